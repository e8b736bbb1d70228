namespace VideoCreateAi.Studio.Timeline;

internal enum TextAnimation
{
    None,
    Fade,
    Slide,
    Pop,
    Typewriter,
}
