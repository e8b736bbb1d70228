using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Makes the whole programme so long.</summary>
/// <param name="Relative">The length is added to what it is now.</param>
/// <param name="FromTheEnd">What is too much is cut from the end, instead of a little from every clip.</param>
internal sealed record SetTotal(TimeSpan Length, bool Relative = false, bool FromTheEnd = false) : EditOperation
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(3);

    public override EditStage Stage => Relative ? EditStage.Shots : EditStage.Total;

    public override void Apply(EditDesk desk)
    {
        var shots = desk.Timeline.Shots();
        var now = desk.Timeline.ProgrammeEnd();
        var total = Relative ? now + Length : Length;
        if (shots.Count == 0)
        {
            return;
        }

        if (total > s_longest)
        {
            desk.CannotDo($"A video can be at most {s_longest.TotalHours:0} hours long.");
            return;
        }

        if (total < desk.Timeline.OneFrame() * shots.Count)
        {
            desk.CannotDo($"{Words.Seconds(total)} is too short for {Words.Count(shots.Count, "shot")}.");
            return;
        }

        var changed = shots.All(shot => shot.IsElastic()) ? desk.Timeline.SharingOut(total)
            : total < now && (FromTheEnd || shots.Count == 1) ? desk.Timeline.KeepingOnly(new TimeRange(TimeSpan.Zero, total))
            : Relative || shots.Count == 1 ? Grown(desk, total - now)
            : Shared(desk, total);
        desk.Change(changed, $"{Words.Seconds(changed.ProgrammeEnd())} long");
        if ((changed.ProgrammeEnd() - total).Duration() > TimeSpan.FromMilliseconds(500))
        {
            desk.CannotDo($"The clips give only {Words.Seconds(changed.ProgrammeEnd())}, not {Words.Seconds(total)}; slow them down, repeat them or add more.");
        }
    }

    /// <summary>The last shots that can grow do.</summary>
    private static VideoTimeline Grown(EditDesk desk, TimeSpan more)
    {
        var shots = desk.Timeline.Shots().ToArray();
        if (more < TimeSpan.Zero)
        {
            return desk.Timeline.KeepingOnly(new TimeRange(TimeSpan.Zero, desk.Timeline.ProgrammeEnd() + more));
        }

        for (var index = shots.Length - 1; index >= 0 && more > TimeSpan.Zero; index--)
        {
            var longer = SetShotLength.Limited(shots[index], shots[index].Slot() + more, desk);
            more -= longer.Slot() - shots[index].Slot();
            shots[index] = longer;
        }

        return desk.Timeline.WithShots(shots);
    }

    /// <summary>Every shot the same share; a clip too short for it gives the rest to the others.</summary>
    private static VideoTimeline Shared(EditDesk desk, TimeSpan total)
    {
        var shots = desk.Timeline.Shots().ToArray();
        var limits = shots.Select(shot => shot.IsElastic() ? TimeSpan.MaxValue : (desk.SourceLength(shot) - shot.In).Times(1 / shot.Speed) - shot.TransitionLength()).ToArray();
        var left = total;
        var open = shots.Length;
        foreach (var index in Enumerable.Range(0, shots.Length).OrderBy(index => limits[index]))
        {
            var share = WholeMilliseconds.Of(left.TotalMilliseconds / open);
            shots[index] = SetShotLength.Limited(shots[index], share, desk);
            left -= shots[index].Slot();
            open--;
        }

        return desk.Timeline.WithShots(shots);
    }
}
