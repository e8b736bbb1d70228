namespace VideoCreateAi.Studio.Timeline;

internal enum Flip
{
    None,
    Horizontal,
    Vertical,
}
