using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Benchmarks;

/// <summary>The video that the product is judged by: pictures of equal length, crossfades, a title.</summary>
internal static class PromoTimeline
{
    private static readonly Motion[] s_motions = [Motion.ZoomIn, Motion.PanRight, Motion.ZoomOut, Motion.PanLeft];

    public static VideoTimeline Of(IReadOnlyList<string> ids, TimeSpan duration, string transition, Fit fit, string title)
    {
        var fade = ids.Count > 1 ? TimeSpan.FromSeconds(0.5) : TimeSpan.Zero;
        var each = (duration + fade * (ids.Count - 1)) / ids.Count;
        var segments = ids.Select((id, i) => new PictureSegment
        {
            Id = "s" + i,
            Source = id,
            Name = id,
            Range = new TimeRange((each - fade) * i, i == ids.Count - 1 ? duration - (each - fade) * i : each),
            Motion = s_motions[i % s_motions.Length],
            Fit = fit,
            Transition = i == 0 ? null : new Transition(transition, fade),
        });
        return new VideoTimeline
        {
            Title = title,
            Canvas = Canvas.Portrait,
            PictureTracks = [new PictureTrack { Id = "v", Segments = [.. segments] }],
            TextTracks =
            [
                new TextTrack
                {
                    Id = "t",
                    Segments =
                    [
                        new TextSegment
                        {
                            Id = "t0", Text = title, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(3)), Animation = TextAnimation.Fade,
                        },
                    ],
                },
            ],
        };
    }
}
