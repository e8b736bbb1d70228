using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Two media share the screen for as long as the shorter clip runs.</summary>
internal sealed record SideBySide(string First, string Second, bool Stacked) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override IEnumerable<string> MediaElsewhere => [Second];

    public override void Apply(EditDesk desk)
    {
        if (desk.Find(First) is not { } first || desk.Find(Second) is not { } second)
        {
            return;
        }

        var clips = new[] { first, second }.Where(asset => asset.Kind == AssetKind.Video).Select(asset => asset.Duration.Rounded()).ToList();
        var length = clips.Count == 0 ? ShotBuilder.StillLength : clips.Min();
        var half = Stacked ? new FractionRect(0, 0, 1, 0.5) : new FractionRect(0, 0, 0.5, 1);
        var other = Stacked ? half with { Y = 0.5 } : half with { X = 0.5 };
        var canvas = desk.Timeline.Canvas;
        var main = SetShotLength.Limited(ShotBuilder.Shot(first, canvas, 0), length, desk) with
        {
            Motion = Motion.None, Placement = half, Position = Stacked ? "top" : "left",
        };
        var beside = SetShotLength.Limited(ShotBuilder.Shot(second, canvas, 1), length, desk) with
        {
            Motion = Motion.None, Placement = other, Position = Stacked ? "bottom" : "right",
        };
        desk.Change(
            desk.Timeline.ChangingOverlays(old => old.Source == second.Id || (old.Source == first.Id && old.Position is "left" or "right" or "top" or "bottom") ? null : old).WithShots([main]).Overlaying(beside),
            $"{first.Name} and {second.Name} {(Stacked ? "on top of each other" : "side by side")}");
    }
}
