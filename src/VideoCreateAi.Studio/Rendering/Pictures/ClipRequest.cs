using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>What to decode of a clip.</summary>
/// <param name="Window">The part to show, after turning and the segment's own crop; null = all.</param>
/// <param name="Frames">Frames of the output that the whole shot lasts.</param>
/// <param name="First">The first of them that is asked for.</param>
internal sealed record ClipRequest(
    MediaFile File, PictureSegment Segment, FractionRect? Window, int Width, int Height, int FramesPerSecond, int Frames, int First, ColorGrade? Grade)
{
    public double Speed => Segment.Speed > 0 ? Segment.Speed : 1;

    /// <summary>The moment of the source that a frame shows, played forwards.</summary>
    public TimeSpan At(int frame) => Segment.In + TimeSpan.FromSeconds(frame * Speed / FramesPerSecond);
}
