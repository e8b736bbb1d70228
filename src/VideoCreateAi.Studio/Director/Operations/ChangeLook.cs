using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>How shots look; what is null stays.</summary>
internal sealed record ChangeLook(ShotReference Shots) : EditOperation
{
    public string? Filter { get; init; }

    /// <summary>Added to what is set.</summary>
    public Adjustment? Adjust { get; init; }

    public bool ResetAdjustment { get; init; }

    /// <summary>From the adjustment that is set to the one that is to be.</summary>
    public Func<Adjustment, Adjustment>? Graded { get; init; }

    /// <summary>Degrees clockwise, added to what is set.</summary>
    public int? Rotate { get; init; }

    public Flip? Flip { get; init; }

    public Fit? Fit { get; init; }

    public Motion? Motion { get; init; }

    /// <summary>Stills move by turns, each in its own way.</summary>
    public bool AlternateMotion { get; init; }

    public bool? Reverse { get; init; }

    /// <summary>A rotation, a mirroring or a playing backwards that is taken off again.</summary>
    public Reading.Sense? Unturns { get; init; }

    public required string Step { get; init; }

    public override void Apply(EditDesk desk)
    {
        var indices = desk.Resolve(Shots);
        if (indices.Count == 0)
        {
            return;
        }

        var place = 0;
        var before = Timeline.Motion.None;
        desk.Change(
            desk.Timeline.ChangingShots([.. indices], shot =>
            {
                var changed = Changed(shot, desk, place++, before);
                before = changed.Motion;
                return changed;
            }),
            Shots.IsAll ? Step : $"{Step} ({string.Join(", ", indices.Select(index => desk.Timeline.Shots()[index].Name).Distinct().Take(6))})");
    }

    private PictureSegment Changed(PictureSegment shot, EditDesk desk, int place, Motion before) => shot with
    {
        Filter = Filter ?? shot.Filter,
        Adjustment = ResetAdjustment ? Adjustment.None : Graded is not null ? Graded(shot.Adjustment) : Adjust is { } adjust ? Sum(shot.Adjustment, adjust) : shot.Adjustment,
        Rotation = Unturns == Reading.Sense.Rotate ? 0 : (((shot.Rotation + (Rotate ?? 0)) % 360) + 360) % 360,
        Flip = Unturns == Reading.Sense.Mirror ? Timeline.Flip.None : Flip is { } flip ? (flip == shot.Flip ? Timeline.Flip.None : flip) : shot.Flip,
        Fit = Fit ?? shot.Fit,
        Motion = AlternateMotion ? MotionChoice.For(desk.Find(shot.Source), desk.Timeline.Canvas, place, before) : Motion ?? shot.Motion,
        Reverse = Unturns == Reading.Sense.Backwards ? false : Reverse is { } reverse && shot.Kind == PictureKind.Video ? reverse && !shot.Reverse : shot.Reverse,
    };

    private static Adjustment Sum(Adjustment a, Adjustment b) => new(
        Math.Clamp(a.Brightness + b.Brightness, -1, 1), Math.Clamp(a.Contrast + b.Contrast, -1, 1), Math.Clamp(a.Saturation + b.Saturation, -1, 1));
}
