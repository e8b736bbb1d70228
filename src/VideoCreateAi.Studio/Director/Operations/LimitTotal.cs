using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Makes the whole at most so long; what is short enough stays as it is.</summary>
/// <param name="Shots">What gives way; null = all that was not given a length.</param>
internal sealed record LimitTotal(TimeSpan Most, ShotReference? Shots) : EditOperation
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(500);

    /// <summary>Shots that stay as long as they are.</summary>
    public IReadOnlyList<ShotReference> Except { get; init; } = [];

    public override EditStage Stage => EditStage.Total;

    public override void Apply(EditDesk desk)
    {
        var now = desk.Timeline.ProgrammeEnd();
        if (now <= Most)
        {
            desk.Mention(now == Most ? $"The video is {Words.Seconds(now)} long, exactly that limit and not below it; say \"make it 1 second shorter\" to stay under it."
                : $"The video is {Words.Seconds(now)} long, so it keeps to {Words.Seconds(Most)} already.");
            return;
        }

        if (Shots?.Resolve(desk.Timeline) is { Count: > 0 } indices)
        {
            var each = desk.Timeline.Shots()[indices[0]].Slot() - (now - Most).Times(1.0 / indices.Count);
            if (each < s_least)
            {
                desk.CannotDo($"{desk.Timeline.Shots()[indices[0]].Name} alone cannot bring the video down to {Words.Seconds(Most)}; let another shot be shorter too.");
                return;
            }

            var changed = desk.Timeline.ChangingShots([.. indices], shot => SetShotLength.Limited(shot, shot.Slot() - (now - Most).Times(1.0 / indices.Count), desk));
            desk.Change(changed, $"{desk.Timeline.Shots()[indices[0]].Name} {Words.Seconds(each)}, so that the whole is {Words.Seconds(changed.ProgrammeEnd())} long");
            return;
        }

        Share(desk, now - Most);
    }

    /// <summary>Each clip gives in proportion to its length; the stills too where the clips alone cannot.</summary>
    private void Share(EditDesk desk, TimeSpan less)
    {
        var shots = desk.Timeline.Shots();
        var kept = Except.SelectMany(shot => shot.Resolve(desk.Timeline)).ToHashSet();
        var open = Enumerable.Range(0, shots.Count).Where(index => !kept.Contains(index)).ToList();
        var clips = open.Where(index => shots[index].Kind == PictureKind.Video).ToList();
        var giving = Sum(clips) > less + s_least.Times(clips.Count) ? clips : open;
        var share = 1 - (less.TotalMilliseconds / Math.Max(1, Sum(giving).TotalMilliseconds));
        if (share <= 0)
        {
            new SetTotal(Most).Apply(desk);
            return;
        }

        var changed = desk.Timeline.ChangingShots([.. giving], shot => SetShotLength.Limited(shot, WholeMilliseconds.Of(shot.Slot().TotalMilliseconds * share), desk));
        desk.Change(changed, $"{Words.Seconds(changed.ProgrammeEnd())} long, each {(giving == clips ? "clip" : "shot")} a bit shorter");

        TimeSpan Sum(IEnumerable<int> indices) => indices.Aggregate(TimeSpan.Zero, (sum, index) => sum + shots[index].Slot());
    }
}
