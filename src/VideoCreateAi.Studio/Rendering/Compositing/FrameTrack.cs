using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>What a track shows in one frame: nothing, a shot, or one going over into the next.</summary>
internal sealed record FrameTrack(PictureRole Role, IReadOnlyList<FrameShot> Shots);
