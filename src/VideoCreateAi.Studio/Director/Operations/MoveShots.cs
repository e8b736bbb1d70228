using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record MoveShots(ShotReference Shots, Destination To) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (Shots.MediaId is { } media && Shots.Resolve(desk.Timeline).Count == 0 && desk.Find(media) is { } asset && ShotBuilder.IsShowable(asset))
        {
            // "put the ridge before the campfire", where it was left out before.
            new InsertMedia([media], To, null).Apply(desk);
            return;
        }

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
