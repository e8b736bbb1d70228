using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>How the picture looks: canvas, transitions, fades, filters, framing and motion.</summary>
internal static class PictureRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        Turns(clause, wishes);
        Canvas(clause, wishes);
        TransitionReading.Read(clause, wishes);
        Fades(clause, wishes);
        ColourReading.Read(clause, wishes);
        Framing(clause, wishes);
    }

    private static void Canvas(Clause clause, Wishes wishes)
    {
        var shapes = clause.TakeAll(Sense.Canvas);
        var resolution = clause.Take(Sense.Resolution);
        var size = clause.Take(Sense.Size);
        var rate = clause.Take(Sense.Rate);
        if (shapes.Count == 0 && resolution is null && size is null && rate is null)
        {
            return;
        }

        clause.TakeAll(Sense.Make);
        wishes.Add(new SetCanvas(
            Ratio(shapes), resolution is null ? null : (int)resolution.Number,
            size is null ? null : ((int)size.Number, (int)size.Second), rate is null ? null : (int)Math.Round(rate.Number)));
        wishes.Topic ??= Sense.Canvas;
    }

    /// <summary>A ratio in numbers says more than a platform; of two platforms the first.</summary>
    private static double? Ratio(IReadOnlyList<Term> shapes)
    {
        var shape = shapes.FirstOrDefault(term => char.IsDigit(term.Text[0])) ?? (shapes.Count > 0 ? shapes[0] : null);
        return shape?.Value.Split(':') is [var width, var height]
            ? double.Parse(width, System.Globalization.CultureInfo.InvariantCulture) / double.Parse(height, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }

    private static void Fades(Clause clause, Wishes wishes)
    {
        var (fadeIn, fadeOut) = FadeReading.Take(clause);
        if (fadeIn is not null || fadeOut is not null)
        {
            clause.TakeAll(Sense.Add, Sense.Make, Sense.Cut);
            wishes.Add(new SetFades(fadeIn, fadeOut));
        }
    }

    private static void Turns(Clause clause, Wishes wishes)
    {
        // "the second photo is upside down": said as a fault, and turned back.
        var isFault = clause.Peek(Sense.Axis) is { Value: "vertical" } && !clause.Has(Sense.Mirror, Sense.Rotate) && clause.Has(Sense.ShotPlace, Sense.Media, Sense.It, Sense.Clip, Sense.Still, Sense.Video);
        if (clause.Has(Sense.Rotate) || clause.Has(Sense.Degrees) || isFault)
        {
            clause.TakeAll(Sense.Rotate, Sense.Make);
            var degrees = clause.Take(Sense.Degrees)?.Number ?? QuarterTurn(clause) ?? (clause.Peek(Sense.Axis) is { Value: "vertical" } ? 180 : 90);
            var backwards = clause.Take(Sense.CounterClockwise) is not null || clause.Peek(Sense.Position) is { Value: "left" };
            clause.TakeAll(Sense.Axis, Sense.Position);
            var quarter = (int)Math.Round(degrees / 90) * 90 * (backwards ? -1 : 1);
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Rotate = quarter, Step = $"turned by {Math.Abs(quarter)}°" });
        }
        else if (clause.Has(Sense.Mirror))
        {
            clause.TakeAll(Sense.Mirror);
            var vertical = clause.Take(Sense.Axis) is { Value: "vertical" } || clause.Take(Sense.Canvas) is { Value: "9:16" };
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Flip = vertical ? Flip.Vertical : Flip.Horizontal, Step = "mirrored" });
        }
        else if (clause.Has(Sense.Backwards) && !clause.Has(Sense.Sequence))
        {
            clause.TakeAll(Sense.Backwards, Sense.Make, Sense.Add);
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Reverse = true, Step = "played backwards" });
        }
    }

    /// <summary>"a 180 rotation"</summary>
    private static double? QuarterTurn(Clause clause) =>
        clause.Peek(Sense.Number) is { Number: 90 or 180 or 270 } ? clause.Take(Sense.Number)!.Number : null;

    private static void Framing(Clause clause, Wishes wishes)
    {
        if (clause.Take(Sense.Fit) is { } fit)
        {
            clause.TakeAll(Sense.Make, Sense.Add, Sense.Remove);
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Fit = Enum.Parse<Fit>(fit.Value, ignoreCase: true), Step = $"framing: {fit.Value}" });
        }

        if (clause.Take(Sense.Motion) is { } motion)
        {
            var removes = motion.Value == "none" || clause.Does(Sense.Remove, Sense.No, Sense.Without);
            clause.TakeAll(Sense.Motion, Sense.Remove, Sense.No, Sense.Without, Sense.Slower);
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All)
            {
                AlternateMotion = !removes && motion.Value == "alternate",
                Motion = removes ? Motion.None : motion.Value == "alternate" ? null
                    : Enum.Parse<Motion>(motion.Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                Step = removes ? "no motion" : motion.Value == "alternate" ? "zooms and pans by turns" : motion.Value.Replace('_', ' '),
            });
        }
    }

    public static void Change(IReadOnlyList<ShotReference> shots, Wishes wishes, ChangeLook look)
    {
        foreach (var shot in shots)
        {
            wishes.Add(look with { Shots = shot });
        }
    }

    public static IReadOnlyList<ShotReference> Meant(Clause clause, Wishes wishes)
    {
        var shots = wishes.TakeShots(clause);
        clause.TakeAll(Sense.Still, Sense.Clip, Sense.It);
        return shots.Count == 0 || shots.Any(shot => shot.IsAll) ? [ShotReference.All] : shots;
    }
}
