using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>How the picture looks: canvas, transitions, fades, filters, framing and motion.</summary>
internal static class PictureRecogniser
{
    private static readonly Dictionary<string, double> s_adjustSteps = new() { ["brightness"] = 0.15, ["contrast"] = 0.2, ["saturation"] = 0.3 };

    private static readonly TimeSpan s_usualTransition = TimeSpan.FromMilliseconds(500);

    // What is longer is the length of the video, said behind a transition.
    private static readonly TimeSpan s_longestTransition = TimeSpan.FromSeconds(5);

    public static void Read(Clause clause, Wishes wishes)
    {
        Turns(clause, wishes);
        Canvas(clause, wishes);
        Transitions(clause, wishes);
        Fades(clause, wishes);
        Colours(clause, wishes);
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

    private static void Transitions(Clause clause, Wishes wishes)
    {
        var at = clause.IndexOf(Sense.TransitionKind);
        var noun = clause.IndexOf(Sense.Transition);
        var isFadeAlone = at < 0 && noun < 0 && clause.Has(Sense.Fade) && !clause.Has(Sense.FromBlack, Sense.ToBlack, Sense.Music, Sense.Start, Sense.End)
            && wishes.Topic != Sense.Music;
        if (at < 0 && noun < 0 && !isFadeAlone)
        {
            return;
        }

        var removes = clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake) || (noun >= 0 && clause.Terms[noun].Value == "none");
        var kind = at >= 0 ? clause.Terms[at].Value
            : isFadeAlone || clause.Has(Sense.Fade) ? "fade"
            : clause.Has(Sense.Motion) ? "zoom"
            : null;
        var anchor = at >= 0 ? at : noun >= 0 ? noun : clause.IndexOf(Sense.Fade);
        var length = LengthNear(clause, anchor);
        clause.TakeAll(Sense.TransitionKind, Sense.Transition, Sense.Fade, Sense.Add, Sense.Remove, Sense.No, Sense.Without, Sense.Mistake);
        if (kind == "zoom")
        {
            clause.TakeAll(Sense.Motion);
        }

        var pace = clause.Take(Sense.Slower, Sense.Lengthen) is not null ? 2 : clause.Take(Sense.Faster, Sense.Shorten) is not null ? 0.5 : (double?)null;
        length ??= pace is { } factor && wishes.Input.Current is { } now
            ? WholeMilliseconds.Of((ShotLayout.Shots(now).Select(shot => shot.Transition?.Duration).FirstOrDefault(known => known is not null) ?? s_usualTransition).TotalMilliseconds * factor)
            : null;
        IReadOnlyList<ShotReference>? where = null;
        if (clause.Take(Sense.Between) is not null)
        {
            clause.Take(Sense.And);
            var shots = wishes.TakeShots(clause);
            shots = shots.Count > 0 ? shots : [.. clause.TakeAll(Sense.Number).Select(term => ShotReference.Nth((int)term.Number))];
            clause.TakeAll(Sense.Keep);
            where = shots.Count == 0 || shots.Any(shot => shot.IsAll) ? null : shots;
        }

        clause.TakeAll(Sense.All, Sense.Each, Sense.Both);
        wishes.Add(new SetTransitions(removes ? "none" : kind, length, where));
        wishes.Topic = Sense.Transition;
    }

    private static TimeSpan? LengthNear(Clause clause, int anchor)
    {
        var alone = clause.Has(Sense.Between)
            || (clause.Has(Sense.TransitionKind) && clause.Has(Sense.For) && !clause.Has(Sense.Create, Sense.Slideshow, Sense.Make))
            || !(clause.Has(Sense.Create, Sense.Video, Sense.Slideshow, Sense.Still) || (clause.Has(Sense.Each) && clause.Has(Sense.Clip, Sense.Shot)));
        var near = clause.Open.Where(index => clause.Terms[index].Sense == Sense.Length && clause.Terms[index].Time <= s_longestTransition)
            .OrderBy(index => Math.Abs(index - anchor)).Select(index => (int?)index).FirstOrDefault();
        return near is { } index && (alone || index == anchor - 1 || (index > anchor && index <= anchor + 2)) ? clause.TakeAt(index).Time : null;
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

    private static void Colours(Clause clause, Wishes wishes)
    {
        var filter = clause.Take(Sense.Filter);
        var removes = clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo);
        if (clause.Take(Sense.NoFilter) is not null || (removes && (filter is not null || clause.Has(Sense.Colour))))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Colour, Sense.Undo, Sense.Make);
            wishes.Add(new ChangeLook(ShotReference.All) { Filter = "none", Step = "no colour filter" });
            return;
        }

        if (filter is null && LookByMood(clause, wishes))
        {
            return;
        }

        var shots = filter is null && !clause.Has(Sense.Adjust, Sense.AdjustNoun) ? null : Meant(clause, wishes);
        if (filter is not null)
        {
            clause.TakeAll(Sense.Make, Sense.Add, Sense.Colour);
            Change(shots!, wishes, new ChangeLook(ShotReference.All) { Filter = filter.Value, Step = $"{filter.Value} look" });
        }

        foreach (var term in clause.TakeAll(Sense.Adjust))
        {
            Adjust(wishes, shots!, term.Value, term.Number);
        }

        while (clause.IndexOf(Sense.AdjustNoun) is >= 0 and var index)
        {
            var noun = clause.TakeAt(index);
            var before = clause.Open.LastOrDefault(open => open < index && clause.Terms[open].Sense is Sense.More or Sense.Less or Sense.Louder or Sense.Quieter or Sense.Remove, -1);
            var direction = before < 0 ? clause.Take(Sense.More, Sense.Less, Sense.Louder, Sense.Quieter) : clause.TakeAt(before);
            Adjust(wishes, shots!, noun.Value, direction?.Sense is Sense.Less or Sense.Quieter or Sense.Remove ? -1 : 1);
        }
    }

    /// <summary>"make it look cinematic" is about the picture, whatever music has the same name.</summary>
    private static bool LookByMood(Clause clause, Wishes wishes)
    {
        var isLook = clause.Has(Sense.Colour) || (wishes.HasTimeline && clause.Has(Sense.Make) && clause.Has(Sense.It, Sense.Video));
        if (!isLook || !clause.Has(Sense.Mood) || clause.Has(Sense.Music, Sense.MusicStyle, Sense.Create))
        {
            return false;
        }

        var mood = clause.Take(Sense.Mood)!.Value;
        clause.TakeAll(Sense.Colour, Sense.Make, Sense.Add, Sense.It, Sense.Video, Sense.More);
        if (mood is "cinematic" or "epic" or "dramatic")
        {
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Adjust = new Adjustment(0, 0.2, -0.15), Step = $"{mood} look (more contrast, less colour)" });
        }
        else
        {
            wishes.Note($"There is no {mood} look: looks are warm, cool, black and white, and vintage, and the picture can be brighter, darker or more vivid. "
                + $"For {mood} music say \"{mood} music\".");
        }

        return true;
    }

    private static void Adjust(Wishes wishes, IReadOnlyList<ShotReference> shots, string what, double direction)
    {
        var step = s_adjustSteps[what] * direction;
        Change(shots, wishes, new ChangeLook(ShotReference.All)
        {
            Adjust = new Adjustment(what == "brightness" ? step : 0, what == "contrast" ? step : 0, what == "saturation" ? step : 0),
            Step = $"{(direction > 0 ? "more" : "less")} {what}",
        });
        wishes.Topic = Sense.Colour;
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

    private static void Change(IReadOnlyList<ShotReference> shots, Wishes wishes, ChangeLook look)
    {
        foreach (var shot in shots)
        {
            wishes.Add(look with { Shots = shot });
        }
    }

    private static IReadOnlyList<ShotReference> Meant(Clause clause, Wishes wishes)
    {
        var shots = wishes.TakeShots(clause);
        clause.TakeAll(Sense.Still, Sense.Clip, Sense.It);
        return shots.Count == 0 || shots.Any(shot => shot.IsAll) ? [ShotReference.All] : shots;
    }
}
