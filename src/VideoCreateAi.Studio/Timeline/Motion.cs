namespace VideoCreateAi.Studio.Timeline;

internal enum Motion
{
    None,
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
}
