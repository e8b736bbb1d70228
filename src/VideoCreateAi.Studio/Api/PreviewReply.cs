using VideoCreateAi.Protocol.Studio;
using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Api;

internal static class PreviewReply
{
    public static PreviewImage Of(PreviewPicture picture, VideoTimeline timeline) => new()
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
