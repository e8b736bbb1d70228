using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record ReverseShotOrder : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk) =>
        desk.Change(desk.Timeline.WithOrder([.. desk.Timeline.Shots().Reverse()]), "order of the shots reversed");
}
