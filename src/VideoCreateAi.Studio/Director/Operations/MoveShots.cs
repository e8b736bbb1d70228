using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record MoveShots(ShotReference Shots, Destination To) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        var moved = desk.Resolve(Shots);
        if (moved.Count == 0)
        {
            return;
        }

        var indices = Enumerable.Range(0, desk.Timeline.Shots().Count).Except(moved).ToList();
        var to = To.Steps != 0 ? Math.Clamp(moved[0] + To.Steps, 0, indices.Count) : To.IndexIn(indices, desk.Timeline);
        if (to is not { } at)
        {
            desk.CannotDo("I could not tell where to move it.");
            return;
        }

        indices.InsertRange(at, moved);
        var changed = desk.Timeline.InOrder(indices);
        desk.Change(changed, "order: " + string.Join(", ", changed.Shots().Select(shot => shot.Name).Take(12)));
    }
}
