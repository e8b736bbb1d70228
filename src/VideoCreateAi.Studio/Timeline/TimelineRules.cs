namespace VideoCreateAi.Studio.Timeline;

/// <summary>What every timeline must keep to before it is stored or rendered.</summary>
internal static class TimelineRules
{
    /// <summary>Every fault in words; empty when the timeline is sound.</summary>
    public static IReadOnlyList<string> Faults(VideoTimeline timeline) =>
        [.. CanvasFaults(timeline), .. MainFaults(timeline), .. RangeFaults(timeline)];

    private static IEnumerable<string> CanvasFaults(VideoTimeline timeline)
    {
        if (!timeline.Canvas.IsUsable())
        {
            yield return $"The canvas {timeline.Canvas.Width}x{timeline.Canvas.Height} at {timeline.Canvas.FramesPerSecond} fps cannot be used: "
                + $"both sides must be even and at most {CanvasEditing.LargestSide} pixels.";
        }
    }

    private static IEnumerable<string> MainFaults(VideoTimeline timeline)
    {
        var shots = timeline.Shots();
        var expected = TimeSpan.Zero;
        for (var index = 0; index < shots.Count; index++)
        {
            var shot = shots[index];
            if (shot.Range.Duration < timeline.OneFrame())
            {
                yield return $"Shot {index + 1} is shorter than a frame.";
            }

            if (index == 0 && shot.Transition is not null)
            {
                yield return "The first shot has nothing to come from.";
            }

            if (shot.Range.Start != expected - shot.TransitionLength())
            {
                yield return $"Shot {index + 1} does not join the one before it.";
            }

            if (!shot.IsElastic() && Math.Abs(((shot.Out - shot.In).Times(1 / shot.Speed) - shot.Range.Duration).TotalMilliseconds) > 1)
            {
                yield return $"Shot {index + 1} is not as long as the part of {shot.Name} that it shows.";
            }

            expected = shot.Range.End;
        }
    }

    private static IEnumerable<string> RangeFaults(VideoTimeline timeline)
    {
        var end = timeline.ProgrammeEnd();
        var ranges = timeline.PictureTracks.SelectMany(track => track.Segments).Select(segment => (segment.Id, segment.Range))
            .Concat(timeline.SoundTracks.SelectMany(track => track.Segments).Select(segment => (segment.Id, segment.Range)))
            .Concat(timeline.TextTracks.SelectMany(track => track.Segments).Select(segment => (segment.Id, segment.Range)));
        foreach (var (id, range) in ranges)
        {
            if (range.Start < TimeSpan.Zero || range.Duration <= TimeSpan.Zero || range.End > end)
            {
                yield return $"Segment {id} lies outside the programme.";
            }

            if (range.Start != range.Start.Rounded() || range.Duration != range.Duration.Rounded())
            {
                yield return $"Segment {id} is not on whole milliseconds.";
            }
        }

        foreach (var track in timeline.SoundTracks.Select(track => track.Segments.Select(segment => segment.Range))
            .Concat(timeline.TextTracks.Select(track => track.Segments.Select(segment => segment.Range))))
        {
            if (track.Zip(track.Skip(1)).Any(pair => pair.First.End > pair.Second.Start))
            {
                yield return "Two segments of one track overlap.";
            }
        }
    }
}
