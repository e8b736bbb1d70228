namespace VideoCreateAi.Studio.Library;

/// <param name="Format">What it really is: an MP4 without pictures has become sound here.</param>
/// <param name="SmallCopy">Where a smaller copy of a large picture was put. Null = none is needed.</param>
internal sealed record InspectedMedia(MediaFormat Format, MediaInfo Info, string? SmallCopy = null);
