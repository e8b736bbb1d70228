namespace VideoCreateAi.Studio.Director;

internal enum AssetKind
{
    Image,
    Video,
    Audio,
}
