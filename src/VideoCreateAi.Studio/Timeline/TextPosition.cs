namespace VideoCreateAi.Studio.Timeline;

internal enum TextPosition
{
    TopLeft,
    Top,
    TopRight,
    Left,
    Center,
    Right,
    BottomLeft,
    Bottom,
    BottomRight,
}
