using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Composes whole frames. One for each worker: it owns scratch memory.</summary>
internal sealed class FrameComposer
{
    private readonly RenderPlan _plan;
    private readonly YuvColor _background;
    private readonly LayerPainter _painter = new();
    private readonly FrameMixer _mixer;
    private readonly PlanarPicture _arriving;

    public FrameComposer(RenderPlan plan, YuvColor background)
    {
        _plan = plan;
        _background = background;
        _mixer = new FrameMixer(_painter);
        _arriving = new PlanarPicture(plan.Canvas.Width, plan.Canvas.Height);
    }

    public void Compose(FrameJob job)
    {
        var target = job.Target;
        var isFirst = true;
        foreach (var track in job.Tracks)
        {
            if (track.Role == PictureRole.Main && isFirst)
            {
                PaintMain(target, track, job.Number);
            }
            else
            {
                if (isFirst)
                {
                    target.Fill(_background);
                }

                PaintOverlay(target, track, job.Number);
            }

            isFirst = false;
        }

        if (isFirst)
        {
            target.Fill(_background);
        }

        var canvas = new PixelRect(0, 0, target.Width, target.Height);
        foreach (var sprite in job.Sprites)
        {
            _painter.Paint(target, canvas, sprite.Picture, sprite.Place, sprite.Opacity);
        }

        FrameMixer.Fade(target, _background, FadeStrength(job.Number));
    }

    private void PaintMain(PlanarPicture target, FrameTrack track, int frame)
    {
        if (track.Shots.Count == 0)
        {
            target.Fill(_background);
            return;
        }

        PaintWhole(target, track.Shots[0], frame);
        foreach (var next in track.Shots.Skip(1))
        {
            PaintWhole(_arriving, next, frame);
            _mixer.Mix(next.Shot.Plan.Segment.Transition?.Kind ?? "crossfade", target, _arriving, next.Shot.Plan.TransitionAt(frame));
        }
    }

    private void PaintWhole(PlanarPicture target, FrameShot shot, int frame)
    {
        if (!Fills(shot, target, frame))
        {
            target.Fill(_background);
        }

        shot.Shot.Paint(target, frame, shot.ClipFrame?.Picture, _painter);
    }

    // Neighbours on an overlay track dissolve into each other.
    private void PaintOverlay(PlanarPicture target, FrameTrack track, int frame)
    {
        foreach (var shot in track.Shots)
        {
            shot.Shot.Paint(target, frame, shot.ClipFrame?.Picture, _painter, shot.Shot.Plan.TransitionAt(frame));
        }
    }

    private static bool Fills(FrameShot shot, PlanarPicture target, int frame)
    {
        var ready = shot.Shot;
        if (!ready.Viewport.Covers(target) || ready.Opacity < 1)
        {
            return false;
        }

        if (ready.Backdrop is not null)
        {
            return true;
        }

        var place = ready.Path.At(ready.Plan.TimeAt(frame));
        return (ready.Picture ?? shot.ClipFrame?.Picture) is { Alpha: null } picture
            && place.X <= 0 && place.Y <= 0
            && place.X + place.Scale * picture.Width >= target.Width
            && place.Y + place.Scale * picture.Height >= target.Height;
    }

    private double FadeStrength(int frame)
    {
        var strength = 0.0;
        if (frame < _plan.FadeInFrames)
        {
            strength = 1 - (double)frame / _plan.FadeInFrames;
        }

        var left = _plan.TotalFrames - 1 - frame;
        if (left < _plan.FadeOutFrames)
        {
            strength = Math.Max(strength, 1 - (double)left / _plan.FadeOutFrames);
        }

        return strength;
    }
}
