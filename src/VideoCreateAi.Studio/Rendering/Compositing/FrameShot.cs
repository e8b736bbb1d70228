using VideoCreateAi.Studio.Rendering.Pictures;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>A shot in one frame. The clip's frame is held until the frame is composed.</summary>
internal sealed record FrameShot(Shot Shot, SharedFrame? ClipFrame);
