using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>Filters and adjustments.</summary>
internal static class ColourReading
{
    private static readonly Dictionary<string, double> s_adjustSteps = new() { ["brightness"] = 0.15, ["contrast"] = 0.2, ["saturation"] = 0.3 };

    public static void Read(Clause clause, Wishes wishes)
    {
        var filter = clause.Take(Sense.Filter);
        var removes = clause.Does(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Undo);
        if (clause.Take(Sense.NoFilter) is not null || (removes && (filter is not null || clause.Has(Sense.Colour))))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Colour, Sense.Undo, Sense.Make);
            wishes.Add(new ChangeLook(ShotReference.All) { Filter = "none", Step = "no colour filter" });
            return;
        }

        if (Restored(clause, wishes, filter))
        {
            return;
        }

        if (filter is null && LookByMood(clause, wishes))
        {
            return;
        }

        var shots = filter is null && !clause.Has(Sense.Adjust, Sense.AdjustNoun) ? null : PictureRecogniser.Meant(clause, wishes);
        if (filter is not null)
        {
            clause.TakeAll(Sense.Make, Sense.Add, Sense.Colour);
            PictureRecogniser.Change(shots!, wishes, new ChangeLook(ShotReference.All) { Filter = filter.Value, Step = $"{filter.Value} look" });
        }

        if (filter is null && !clause.Has(Sense.Adjust, Sense.AdjustNoun, Sense.Mood) && clause.Peek(Sense.Colour) is { } colour && IsPaint(colour) && clause.Peek(Sense.Louder, Sense.Quieter, Sense.More, Sense.Less) is not null)
        {
            // "tone down the colours"
            clause.Take(Sense.Colour);
            shots = PictureRecogniser.Meant(clause, wishes);
            Adjust(wishes, shots, "saturation", clause.Take(Sense.Louder, Sense.Quieter, Sense.More, Sense.Less)!.Sense is Sense.Quieter or Sense.Less ? -1 : 1);
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

    /// <summary>"brightness back to normal", "undo the darkening", "give it its colour back".</summary>
    private static bool Restored(Clause clause, Wishes wishes, Term? filter)
    {
        var isBack = clause.Has(Sense.Restore, Sense.Undo) || (clause.Has(Sense.Remove, Sense.No, Sense.Without, Sense.Mistake) && clause.Has(Sense.Adjust))
            || clause.OpenOf(Sense.End).Any(row => row.Term.Text.Equals("back", StringComparison.OrdinalIgnoreCase));
        if (filter is not null || !isBack)
        {
            return false;
        }

        var parts = clause.TakeAll(Sense.AdjustNoun, Sense.Adjust).Select(term => term.Value).Distinct().ToList();
        var isColour = parts.Count == 0 && clause.Take(Sense.Colour) is not null;
        if (parts.Count == 0 && !isColour)
        {
            return false;
        }

        clause.TakeAll(Sense.Restore, Sense.Undo, Sense.Remove, Sense.No, Sense.Without, Sense.Mistake, Sense.Make, Sense.End, Sense.Put);
        var shots = PictureRecogniser.Meant(clause, wishes);
        if (isColour)
        {
            PictureRecogniser.Change(shots, wishes, new ChangeLook(ShotReference.All) { Filter = "none", Step = "no colour filter" });
            return true;
        }

        PictureRecogniser.Change(shots, wishes, new ChangeLook(ShotReference.All)
        {
            Graded = now => new Adjustment(
                parts.Contains("brightness") ? 0 : now.Brightness, parts.Contains("contrast") ? 0 : now.Contrast, parts.Contains("saturation") ? 0 : now.Saturation),
            Step = $"{string.Join(", ", parts)} as in the original",
        });
        return true;
    }

    /// <summary>Colour itself, and not the look or a filter.</summary>
    private static bool IsPaint(Term colour) => colour.Text.ToLowerInvariant() is not ("look" or "tone" or "filter" or "filters" or "effect" or "grade" or "grading");

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
            PictureRecogniser.Change(PictureRecogniser.Meant(clause, wishes), wishes, new ChangeLook(ShotReference.All) { Adjust = new Adjustment(0, 0.2, -0.15), Step = $"{mood} look (more contrast, less colour)" });
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
        PictureRecogniser.Change(shots, wishes, new ChangeLook(ShotReference.All)
        {
            Adjust = new Adjustment(what == "brightness" ? step : 0, what == "contrast" ? step : 0, what == "saturation" ? step : 0),
            Step = $"{(direction > 0 ? "more" : "less")} {what}",
        });
        wishes.Topic = Sense.Colour;
    }
}
