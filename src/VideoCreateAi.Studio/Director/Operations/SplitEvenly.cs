using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Cuts the programme, or one shot of it, into parts of the same length.</summary>
internal sealed record SplitEvenly(int Parts, ShotReference? Shot) : EditOperation
{
    private const int MostParts = 100;

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

        var parts = Math.Clamp(Parts, 2, MostParts);
        var changed = Enumerable.Range(1, parts - 1).Aggregate(desk.Timeline, (timeline, part) => timeline.SplittingAt(within.Start + within.Duration.Times((double)part / parts)));
        desk.Change(changed, $"split into {parts} equal parts");
    }
}
