using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <param name="Moment">On the programme, or within the shot named; null = in the middle.</param>
internal sealed record SplitShot(TimeSpan? Moment, ShotReference? Shot) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var within = new TimeRange(TimeSpan.Zero, desk.Timeline.ProgrammeEnd());
        if (Shot is not null)
        {
            if (desk.Resolve(Shot) is not [var index, ..])
            {
                return;
            }

            within = desk.Timeline.Shots()[index].SlotRange();
        }

        var moment = within.Start + (Moment ?? within.Duration.Times(0.5));
        var count = desk.Timeline.Shots().Count;
        var changed = desk.Timeline.SplittingAt(moment);
        if (changed.Shots().Count == count)
        {
            desk.CannotDo(desk.Timeline.Shots().Skip(1).Any(shot => (shot.SlotRange().Start - moment).Duration() < desk.Timeline.OneFrame())
                ? $"There is a cut at {Words.Seconds(moment)} already."
                : $"There is nothing to split at {Words.Seconds(moment)}.");
            return;
        }

        desk.Change(changed, $"split at {Words.Seconds(moment)}");
    }
}
