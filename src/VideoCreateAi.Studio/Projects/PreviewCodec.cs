using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Projects;

/// <summary>A drawn preview in wire form.</summary>
internal static class PreviewCodec
{
    public static PreviewImage ToWire(PreviewPicture picture, VideoTimeline timeline) => new()
    {
        Jpeg = picture.Jpeg,
        Width = picture.Width,
        Height = picture.Height,
        TimesMilliseconds = [.. picture.Times.Select(time => (long)Math.Round(time.TotalMilliseconds))],
        DurationMilliseconds = (long)Math.Round(timeline.Duration.TotalMilliseconds),
        Shots = TileChoice.Shots(timeline).Count,
        ShotsShown = TileChoice.ShotsShown(timeline, picture.Times),
        Missing = picture.Missing,
    };
}
