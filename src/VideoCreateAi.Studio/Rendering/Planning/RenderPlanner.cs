using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Planning;

/// <summary>From time to frames, once: each edge is rounded by itself, so that rounding never adds up.</summary>
internal static class RenderPlanner
{
    private const int MostFramesPerSecond = 120;

    public static RenderPlan Plan(VideoTimeline timeline, RenderSettings settings)
    {
        var canvas = settings.Canvas;
        var fps = Math.Clamp(canvas.FramesPerSecond, 1, MostFramesPerSecond);
        canvas = canvas with { FramesPerSecond = fps };
        var total = Math.Max(1, Frames(timeline.Duration, fps));
        return new RenderPlan
        {
            Canvas = canvas,
            TotalFrames = total,
            Duration = TimeSpan.FromTicks(total * TimeSpan.TicksPerSecond / fps),
            FadeInFrames = Math.Min(total, Frames(timeline.FadeIn, fps)),
            FadeOutFrames = Math.Min(total, Frames(timeline.FadeOut, fps)),
            Tracks = [.. timeline.PictureTracks.OrderBy(track => track.Role).Select(track => PlanTrack(track, fps))],
            Texts = [.. timeline.TextTracks.SelectMany(track => track.Segments.Select(segment => PlanText(track, segment, fps)))
                .Where(text => text.End > text.First)],
            Safe = settings.Platform?.Safe,
        };
    }

    public static int Frames(TimeSpan time, int fps) =>
        (int)Math.Round(time.Ticks * (double)fps / TimeSpan.TicksPerSecond, MidpointRounding.AwayFromZero);

    private static PlannedTrack PlanTrack(PictureTrack track, int fps)
    {
        var shots = new List<PlannedShot>();
        foreach (var segment in track.Segments.OrderBy(segment => segment.Range.Start))
        {
            var first = Frames(segment.Range.Start, fps);
            var end = Frames(segment.Range.End, fps);
            if (end <= first)
            {
                continue;
            }

            // The overlap is what both really share, whatever length the transition claims.
            var shared = shots.Count == 0 ? 0 : Math.Max(0, Math.Min(shots[^1].End, end) - first);
            shots.Add(new PlannedShot(segment, first, end, shared, shots.Count));
        }

        return new PlannedTrack(track.Role, shots);
    }

    private static PlannedText PlanText(TextTrack track, TextSegment segment, int fps) =>
        new(segment, track.Role, Frames(segment.Range.Start, fps), Frames(segment.Range.End, fps));
}
