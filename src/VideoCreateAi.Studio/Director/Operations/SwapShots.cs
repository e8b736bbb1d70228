using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record SwapShots(ShotReference First, ShotReference Second) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var first = desk.Resolve(First);
        var second = desk.Resolve(Second);
        if (first.Count > 0 && second.Count > 0)
        {
            var changed = desk.Timeline.Swapping(first[0], second[0]);
            desk.Change(changed, $"swapped {changed.Shots()[second[0]].Name} and {changed.Shots()[first[0]].Name}");
        }
    }
}
