using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record RemoveShots(IReadOnlyList<ShotReference> Shots, bool AllOthers = false) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var named = Shots.SelectMany(desk.Resolve).ToHashSet();
        var count = desk.Timeline.Shots().Count;
        var removed = AllOthers ? [.. Enumerable.Range(0, count).Except(named)] : named;
        if (named.Count == 0 || removed.Count == 0)
        {
            return;
        }

        if (removed.Count == count)
        {
            desk.CannotDo("That would leave no picture at all, so I kept the shots.");
            return;
        }

        var names = desk.Timeline.Shots().Where((_, index) => removed.Contains(index)).Select(shot => shot.Name).Distinct();
        // A scene takes its words with it.
        var changed = removed.All(index => desk.Timeline.Shots()[index].Kind == PictureKind.Scene)
            ? removed.OrderDescending().Aggregate(desk.Timeline, (timeline, index) => timeline.CuttingOut(timeline.Shots()[index].SlotRange()))
            : desk.Timeline.Removing(removed);
        desk.Change(changed, "removed " + string.Join(", ", names));
    }
}
