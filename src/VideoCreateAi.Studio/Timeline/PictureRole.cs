namespace VideoCreateAi.Studio.Timeline;

internal enum PictureRole
{
    Main,
    Overlay,
}
