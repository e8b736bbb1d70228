using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Shows a shot once more, somewhere else in the row.</summary>
internal sealed record RepeatMedia(ShotReference Shot, Destination To) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (desk.Resolve(Shot) is not [var index, ..])
        {
            return;
        }

        var order = Enumerable.Range(0, desk.Timeline.Shots().Count).ToList();
        if (To.IndexIn(order, desk.Timeline) is not { } at)
        {
            desk.CannotDo("I could not tell where to show it again.");
            return;
        }

        order.Insert(at, index);
        desk.Change(desk.Timeline.InOrder(order), $"{desk.Timeline.Shots()[index].Name} once more");
    }
}
