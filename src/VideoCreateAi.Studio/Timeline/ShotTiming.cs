namespace VideoCreateAi.Studio.Timeline;

/// <summary>How long shots last and which part of a clip they show.</summary>
internal static class ShotTiming
{
    /// <summary>Gives an elastic shot this slot.</summary>
    public static PictureSegment WithSlot(this PictureSegment shot, TimeSpan slot) =>
        shot with { Range = shot.Range with { Duration = slot + shot.TransitionLength() } };

    /// <summary>Shows this part of the source; the length on the timeline follows from the speed.</summary>
    public static PictureSegment ShowingSource(this PictureSegment shot, TimeSpan sourceIn, TimeSpan sourceOut) => shot with
    {
        In = sourceIn,
        Out = sourceOut,
        Range = shot.Range with { Duration = (sourceOut - sourceIn).Times(1 / shot.Speed) },
    };

    /// <summary>Plays the same part of the source faster or slower. A still has no speed.</summary>
    public static PictureSegment AtSpeed(this PictureSegment shot, double speed) =>
        shot.IsElastic() ? shot : (shot with { Speed = speed }).ShowingSource(shot.In, shot.Out);

    /// <summary>The part of the shot between two moments of its slot, counted from the slot's start.</summary>
    /// <param name="from">Zero keeps the transition into the shot; anything later loses it.</param>
    public static PictureSegment Piece(this PictureSegment shot, TimeSpan from, TimeSpan to)
    {
        if (from == TimeSpan.Zero && to == shot.Slot())
        {
            return shot;
        }

        var lead = from == TimeSpan.Zero ? shot.TransitionLength() : TimeSpan.Zero;
        var piece = from == TimeSpan.Zero ? shot : shot with { Transition = null };
        if (shot.IsElastic())
        {
            return piece with { Range = shot.Range with { Duration = to - from + lead } };
        }

        // Played backwards, the head of the shot is the tail of its source.
        var head = shot.TransitionLength() + from - lead;
        var tail = shot.Slot() - to;
        return shot.Reverse
            ? piece.ShowingSource(shot.In + tail.Times(shot.Speed), shot.Out - head.Times(shot.Speed))
            : piece.ShowingSource(shot.In + head.Times(shot.Speed), shot.Out - tail.Times(shot.Speed));
    }

    /// <summary>Shares a length out evenly over shots that can last any time.</summary>
    public static VideoTimeline SharingOut(this VideoTimeline timeline, TimeSpan total)
    {
        var shots = timeline.Shots();
        var slots = WholeMilliseconds.Split(total, shots.Count);
        return timeline.WithShots(shots.Select((shot, index) => shot.WithSlot(slots[index])));
    }

    /// <summary>Takes a stretch out of the programme; what follows moves up.</summary>
    public static VideoTimeline CuttingOut(this VideoTimeline timeline, TimeRange cut)
    {
        var pieces = timeline.Shots().SelectMany(shot => Outside(shot, cut, timeline.OneFrame()));
        return timeline.ShiftedAfterCut(cut).WithShots(pieces);
    }

    /// <summary>Keeps only this stretch of the programme.</summary>
    public static VideoTimeline KeepingOnly(this VideoTimeline timeline, TimeRange range)
    {
        var end = timeline.ProgrammeEnd();
        var cutTail = range.End < end ? timeline.CuttingOut(TimeRange.Between(range.End, end)) : timeline;
        return range.Start > TimeSpan.Zero ? cutTail.CuttingOut(new TimeRange(TimeSpan.Zero, range.Start)) : cutTail;
    }

    /// <summary>Cuts the shot under this moment in two. A moment on a cut changes nothing.</summary>
    public static VideoTimeline SplittingAt(this VideoTimeline timeline, TimeSpan moment) =>
        timeline.WithShots(timeline.Shots().SelectMany(shot =>
        {
            var at = moment - shot.SlotRange().Start;
            return at < timeline.OneFrame() || shot.Slot() - at < timeline.OneFrame()
                ? [shot]
                : (PictureSegment[])[shot.Piece(TimeSpan.Zero, at), shot.Piece(at, shot.Slot())];
        }));

    /// <summary>Holds a frame of a clip, or any still, for some time.</summary>
    public static PictureSegment Held(this PictureSegment shot, TimeSpan sourceMoment, TimeSpan length) => shot with
    {
        Id = "",
        In = sourceMoment,
        Out = sourceMoment,
        Speed = 1,
        Reverse = false,
        Transition = null,
        Range = shot.Range with { Duration = length },
    };

    private static IEnumerable<PictureSegment> Outside(PictureSegment shot, TimeRange cut, TimeSpan oneFrame)
    {
        var slot = shot.SlotRange();
        if (cut.End <= slot.Start || cut.Start >= slot.End)
        {
            yield return shot;
            yield break;
        }

        if (cut.Start - slot.Start >= oneFrame)
        {
            yield return shot.Piece(TimeSpan.Zero, cut.Start - slot.Start);
        }

        if (slot.End - cut.End >= oneFrame)
        {
            yield return shot.Piece(cut.End - slot.Start, slot.Duration);
        }
    }
}
