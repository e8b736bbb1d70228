using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A shot ready to be painted: its pictures are in memory or come from a clip.</summary>
internal sealed class Shot : IAsyncDisposable
{
    public required PlannedShot Plan { get; init; }

    public required PixelRect Viewport { get; init; }

    /// <summary>Stands still behind the picture; as large as the viewport.</summary>
    public PlanarPicture? Backdrop { get; init; }

    /// <summary>Null for a clip, whose frames come one by one.</summary>
    public PlanarPicture? Picture { get; init; }

    public required MotionPath Path { get; init; }

    public ClipStream? Clip { get; init; }

    public double Opacity { get; init; } = 1;

    /// <param name="clipFrame">This frame's picture of the clip.</param>
    public void Paint(PlanarPicture target, int frame, PlanarPicture? clipFrame, LayerPainter painter, double opacity = 1)
    {
        opacity *= Opacity;
        if (Backdrop is not null)
        {
            painter.Paint(target, Viewport, Backdrop, Affine.Identity, opacity);
        }

        if ((Picture ?? clipFrame) is { } picture)
        {
            painter.Paint(target, Viewport, picture, Path.At(Plan.TimeAt(frame)), opacity);
        }
    }

    public ValueTask DisposeAsync() => Clip?.DisposeAsync() ?? ValueTask.CompletedTask;
}
