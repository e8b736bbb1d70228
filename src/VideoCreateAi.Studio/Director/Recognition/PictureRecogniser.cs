using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>How the picture looks: canvas, transitions, fades, filters, framing and motion.</summary>
internal static class PictureRecogniser
{
    // The value of a word for none at all.
    private const string Nothing = "nothing";

    public static void Read(Clause clause, Wishes wishes)
    {
        TurnReading.Read(clause, wishes);
        Canvas(clause, wishes);
        FadeReading.OfTheLast(clause, wishes);
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
        var ofBoth = clause.Has(Sense.Each) && clause.Has(Sense.Length);
        var (fadeIn, fadeOut) = FadeReading.Take(clause);
        if (fadeIn is not null || fadeOut is not null)
        {
            if (ofBoth && wishes.Last is SetFades before)
            {
                // "fade in at the start and out at the end, 2 seconds each"
                var length = fadeOut ?? fadeIn;
                wishes.ReplaceLast(new SetFades(before.In is null ? null : length, before.Out is null ? null : length));
                clause.TakeAll(Sense.Each);
            }

            clause.TakeAll(Sense.Add, Sense.Make, Sense.Cut);
            wishes.Add(new SetFades(fadeIn, fadeOut));
        }
    }

    private static void Framing(Clause clause, Wishes wishes)
    {
        if (clause.Has(Sense.Fit) && clause.Has(Sense.Length) && clause.Has(Sense.Faster, Sense.Slower))
        {
            // "faster, so that it fits into 15 seconds"
            clause.TakeAll(Sense.Fit);
        }

        if (clause.Take(Sense.Fit) is { } fit)
        {
            clause.TakeAll(Sense.Make, Sense.Add, Sense.Remove);
            Change(Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Fit = Enum.Parse<Fit>(fit.Value, ignoreCase: true), Step = $"framing: {fit.Value}" });
        }

        if (Camera(clause) is { } motion)
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

        StillOthers(clause, wishes);
    }

    /// <summary>"pan across the mosaic, nothing on the others"</summary>
    private static void StillOthers(Clause clause, Wishes wishes)
    {
        if (!clause.Has(Sense.Other) || wishes.Last is not ChangeLook { Motion: not null, Shots: { IsAll: false } moved }
            || !(clause.Has(Sense.No, Sense.Not, Sense.Without) || clause.OpenOf(Sense.Word).Any(row => row.Term.Value == Nothing)))
        {
            return;
        }

        clause.TakeAll(Sense.Other, Sense.No, Sense.Not, Sense.Without, Sense.Word);
        wishes.Add(new ChangeLook(ShotReference.AllBut([moved])) { Motion = Motion.None, Step = "no motion" });
    }

    /// <summary>"the camera travels to the left", "镜头从左摇到右": which way, said beside the camera.</summary>
    private static Term? Camera(Clause clause)
    {
        var motion = clause.Take(Sense.Motion);
        if (motion is not { Value: "camera" })
        {
            return motion;
        }

        var said = clause.Take(Sense.Motion);
        var removes = clause.Has(Sense.LeaveAlone) || clause.Has(Sense.Not);
        var ways = clause.OpenOf(Sense.Position).Where(row => row.Term.Value is "left" or "right" or "top" or "bottom").ToList();
        // "from left to right" ends at the right.
        var way = ways.Count > 1 && clause.SenseAt(ways[0].Index - 1) != Sense.From && clause.SenseAt(ways[1].Index - 1) == Sense.From ? ways[0] : ways.LastOrDefault();
        var value = removes ? "none"
            : said is { Value: not ("camera" or "alternate") } ? said.Value
            : way.Term?.Value switch { "left" => "pan_left", "right" => "pan_right", "top" => "pan_up", "bottom" => "pan_down", _ => null };
        value ??= clause.Take(Sense.Off) is not null || clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase)) ? "zoom_out"
            : said?.Value ?? "alternate";
        clause.TakeAll(Sense.Position, Sense.From, Sense.To, Sense.Put, Sense.End);
        return motion with { Value = value == "camera" ? "alternate" : value };
    }

    public static void Change(IReadOnlyList<ShotReference> shots, Wishes wishes, ChangeLook look)
    {
        wishes.LastShot = shots is [{ IsAll: false } only] ? only : wishes.LastShot;
        foreach (var shot in shots)
        {
            if (!shot.IsAll && look.Adjust is not null && wishes.Last is ChangeLook last && last == look with { Shots = shot })
            {
                // "it is a bit dark, make it brighter" says one thing twice.
                wishes.Understood();
                continue;
            }

            wishes.Add(look with { Shots = shot });
        }
    }

    public static IReadOnlyList<ShotReference> Meant(Clause clause, Wishes wishes)
    {
        var all = KindSaid(clause, wishes) is { } kind ? new ShotReference(null, Kind: kind) : ShotReference.All;
        var speaksOfAll = clause.Has(Sense.Video, Sense.All, Sense.Each, Sense.Whole, Sense.Add, Sense.Still, Sense.Clip, Sense.Create, Sense.Other);
        var shots = wishes.TakeShots(clause);
        clause.TakeAll(Sense.Still, Sense.Clip, Sense.It);
        return shots.Count == 0 && all.IsAll && !speaksOfAll && SpokenOf(wishes) is { } spokenOf ? [spokenOf]
            : shots.Count == 0 || shots.Any(shot => shot.IsAll) ? [all] : shots;
    }

    /// <summary>卧室那张有点暗，调亮一点: the only shot that the sentence has named.</summary>
    private static ShotReference? SpokenOf(Wishes wishes) => wishes.JustPut()
        ?? (wishes.HasTimeline && wishes.ShotsNamedIn == wishes.Sentence && wishes.ShotsBefore is [var only] && wishes.Last is ChangeLook { Shots: var same } && same == only ? only : null);

    /// <summary>"zoom in on all the photos" leaves the clips between them as they are.</summary>
    private static PictureKind? KindSaid(Clause clause, Wishes wishes)
    {
        var (still, clip) = (clause.Peek(Sense.Still), clause.Peek(Sense.Clip));
        var shots = (wishes.Input.Current ?? BaseTimeline.Of(new VideoTimeline(), wishes.Input.Assets, [])).Shots();
        if ((still is null) == (clip is null) || shots.Select(shot => shot.Kind).Distinct().Count() < 2)
        {
            return null;
        }

        var noun = (still ?? clip)!;
        var isSeveral = noun.Text.EndsWith('s') || Scripts.IsRunning(noun.Text.FirstOrDefault()) || clause.Has(Sense.All, Sense.Each, Sense.Both);
        return !isSeveral ? null : still is not null ? PictureKind.Image : PictureKind.Video;
    }
}
