using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

internal sealed record ReplaceMedia(ShotReference Old, string New) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override IEnumerable<string> MediaElsewhere => [New];

    public override void Apply(EditDesk desk)
    {
        var indices = desk.Resolve(Old);
        if (indices.Count == 0 || desk.Find(New) is not { } asset || !ShotBuilder.IsShowable(asset))
        {
            return;
        }

        var old = desk.Timeline.Shots()[indices[0]];
        var shot = ShotBuilder.Shot(asset, desk.Timeline.Canvas, indices[0]) with { Fit = old.Fit, Filter = old.Filter, Adjustment = old.Adjustment, Transition = old.Transition };
        shot = shot.IsElastic() ? shot with { Range = old.Range } : shot;
        desk.Change(desk.Timeline.ChangingShots([.. indices], _ => shot), $"{old.Name} replaced by {asset.Name}");
    }
}
