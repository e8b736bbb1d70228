using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>What is null stays.</summary>
/// <param name="Ratio">Width to height.</param>
internal sealed record SetCanvas(double? Ratio, int? ShortSide, (int Width, int Height)? Size, int? Rate) : EditOperation
{
    public override EditStage Stage => EditStage.Canvas;

    public override void Apply(EditDesk desk)
    {
        var now = desk.Timeline.Canvas;
        var rate = Math.Clamp(Rate ?? now.FramesPerSecond, 1, CanvasEditing.FastestRate);
        var wanted = Size is { } size
            ? new Canvas(size.Width, size.Height, rate)
            : CanvasEditing.Shaped(Ratio ?? now.AspectRatio, ShortSide ?? now.ShortSide(), rate);
        if (!wanted.IsUsable())
        {
            desk.CannotDo($"A canvas of {wanted.Width}×{wanted.Height} is not possible: sides must be even and at most {CanvasEditing.LargestSide} pixels.");
            return;
        }

        var step = string.Create(CultureInfo.InvariantCulture, $"{wanted.Width}×{wanted.Height}");
        var shots = desk.Timeline.Shots();
        var reframed = MotionChoice.IsOurs(shots, desk.Assets, now)
            ? desk.Timeline.WithShots(MotionChoice.ForRow(shots, desk.Assets, wanted))
            : desk.Timeline;
        desk.Change(reframed with { Canvas = wanted }, Rate is null ? step : $"{step}, {Words.Count(rate, "frame")} per second");
    }
}
