namespace VideoCreateAi.Studio.Timeline;

/// <summary>The main track is a row of shots without gaps. A shot's slot is its time without the transition into it:
/// slots tile the programme exactly, so lengths and cuts are reckoned in slots.</summary>
internal static class ShotLayout
{
    public static IReadOnlyList<PictureSegment> Shots(this VideoTimeline timeline) =>
        timeline.PictureTracks.FirstOrDefault(track => track.Role == PictureRole.Main)?.Segments ?? [];

    /// <summary>Where the picture ends, or the text and sound where there is no picture.</summary>
    public static TimeSpan ProgrammeEnd(this VideoTimeline timeline) =>
        timeline.Shots() is { Count: > 0 } shots ? shots[^1].Range.End : timeline.Duration;

    /// <summary>Stills, scenes and held frames can last any time; a clip lasts as long as its source.</summary>
    public static bool IsElastic(this PictureSegment shot) => shot.Kind != PictureKind.Video || shot.IsHeld();

    /// <summary>A clip of which one frame stands still.</summary>
    public static bool IsHeld(this PictureSegment shot) => shot.Kind == PictureKind.Video && shot.Out == shot.In;

    public static TimeSpan TransitionLength(this PictureSegment shot) => shot.Transition?.Duration ?? TimeSpan.Zero;

    public static TimeSpan Slot(this PictureSegment shot) => shot.Range.Duration - shot.TransitionLength();

    /// <summary>The stretch of the programme that is this shot's own.</summary>
    public static TimeRange SlotRange(this PictureSegment shot) =>
        TimeRange.Between(shot.Range.Start + shot.TransitionLength(), shot.Range.End);

    public static TimeSpan OneFrame(this VideoTimeline timeline) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(1000.0 / Math.Max(1, timeline.Canvas.FramesPerSecond)));

    /// <summary>Puts the shots in a row and lets music, fades, texts and overlays follow the new length.</summary>
    public static VideoTimeline WithShots(this VideoTimeline timeline, IEnumerable<PictureSegment> shots)
    {
        var oldEnd = timeline.ProgrammeEnd();
        var row = InARow(timeline.WithOwnIds([.. shots]), timeline.OneFrame());
        var track = timeline.PictureTracks.FirstOrDefault(t => t.Role == PictureRole.Main)
            ?? new PictureTrack { Id = timeline.NextTrack() };
        var overlays = timeline.PictureTracks.Where(t => t.Role != PictureRole.Main);
        IReadOnlyList<PictureTrack> tracks = row.Count == 0
            ? [.. overlays]
            : [track with { Segments = row }, .. overlays];
        var laid = timeline with { PictureTracks = tracks };
        return laid.FollowingTheEnd(oldEnd, row.Count == 0 ? TimeSpan.Zero : row[^1].Range.End);
    }

    private static List<PictureSegment> InARow(IReadOnlyList<PictureSegment> shots, TimeSpan oneFrame)
    {
        var row = new List<PictureSegment>(shots.Count);
        // What is shorter than a frame is never seen, such as a splinter that was sped up.
        foreach (var shot in shots.Where(shot => shot.Range.Duration >= oneFrame || shots.Count == 1))
        {
            var next = row.Count == 0 ? shot.WithoutTransition() : shot.WithTransitionAtMost(Half(row[^1], shot), oneFrame);
            var start = row.Count == 0 ? TimeSpan.Zero : row[^1].Range.End - next.TransitionLength();
            row.Add(next with { Range = new TimeRange(start, next.Range.Duration) });
        }

        return row;
    }

    // A shot gives up to half of itself on either side, so that its two transitions never meet.
    private static TimeSpan Half(PictureSegment before, PictureSegment shot) =>
        TimeSpan.FromMilliseconds(Math.Floor(Math.Min(before.Range.Duration.TotalMilliseconds, shot.Range.Duration.TotalMilliseconds) / 2));

    private static PictureSegment WithTransitionAtMost(this PictureSegment shot, TimeSpan most, TimeSpan oneFrame)
    {
        if (shot.Transition is not { } transition || transition.Duration <= most)
        {
            return shot;
        }

        return most < oneFrame
            ? shot.WithoutTransition()
            : shot.WithTransitionKeepingSlot(transition with { Duration = most });
    }

    public static PictureSegment WithoutTransition(this PictureSegment shot) => shot.WithTransitionKeepingSlot(null);

    /// <summary>A still shows as long as before on its own; a clip keeps its length and overlaps instead.</summary>
    public static PictureSegment WithTransitionKeepingSlot(this PictureSegment shot, Transition? transition)
    {
        var changed = shot with { Transition = transition };
        return shot.IsElastic()
            ? changed with { Range = shot.Range with { Duration = shot.Slot() + changed.TransitionLength() } }
            : changed;
    }
}
