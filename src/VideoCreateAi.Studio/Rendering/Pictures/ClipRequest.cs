using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>What to decode of a clip.</summary>
/// <param name="Window">The part to show, after turning and the segment's own crop; null = all.</param>
/// <param name="Frames">Frames of the output.</param>
internal sealed record ClipRequest(
    MediaFile File, PictureSegment Segment, FractionRect? Window, int Width, int Height, int FramesPerSecond, int Frames, ColorGrade? Grade);
