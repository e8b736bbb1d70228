namespace VideoCreateAi.Studio.Library;

internal enum MediaKind
{
    Image,
    Video,
    Audio,
}
