namespace VideoCreateAi.Studio.Timeline;

internal enum PictureKind
{
    Image,
    Video,
    Scene,
}
