namespace VideoCreateAi.Studio.Timeline;

internal enum TextStyle
{
    Plain,
    Outline,
    Shadow,
    Box,
    Highlight,
}
