namespace VideoCreateAi.Studio.Library;

/// <param name="Format">What it really is: an MP4 without pictures has become sound here.</param>
internal sealed record InspectedMedia(MediaFormat Format, MediaInfo Info);
