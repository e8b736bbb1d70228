using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A still without alpha as a shot wants it decoded.</summary>
internal sealed record StillRequest(MediaFile File, PictureSegment Segment, int Width, int Height);
