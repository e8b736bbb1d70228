using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Two that share the screen are shown one after the other again, each whole.</summary>
internal sealed record InTurn(string First, string Second) : EditOperation
{
    public override EditStage Stage => EditStage.Shots;

    public override void Apply(EditDesk desk)
    {
        if (desk.Find(First) is not { } first || desk.Find(Second) is not { } second)
        {
            return;
        }

        var canvas = desk.Timeline.Canvas;
        var row = new List<PictureSegment>();
        foreach (var shot in desk.Timeline.Shots())
        {
            if (shot is { Source: { } source, Position: "left" or "top" or "right" or "bottom" } && (source == First || source == Second))
            {
                row.Add(ShotBuilder.Shot(first, canvas, row.Count));
                row.Add(ShotBuilder.Shot(second, canvas, row.Count));
            }
            else
            {
                row.Add(shot);
            }
        }

        desk.Change(
            desk.Timeline.ChangingOverlays(laid => laid.Source == First || laid.Source == Second ? null : laid).WithShots(row),
            $"{first.Name} and then {second.Name}, one after the other");
    }
}
