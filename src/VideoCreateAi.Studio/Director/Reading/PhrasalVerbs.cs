namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Verbs in two parts, with other words between them.</summary>
internal static class PhrasalVerbs
{
    /// <summary>"leave clip 2 out", "throw the second part away": the small word far behind makes the verb.</summary>
    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at] is { Sense: Sense.Make or Sense.Create } && terms[at].Text.StartsWith("turn", StringComparison.OrdinalIgnoreCase) && TurnsVolume(terms, at))
            {
                continue;
            }

            if (terms[at] is { Sense: Sense.Make or Sense.Create } turn && turn.Text.StartsWith("turn", StringComparison.OrdinalIgnoreCase)
                && terms.FindIndex(at, Math.Min(5, terms.Count - at), term => term is { Sense: Sense.Off, Text: "off" }) is > 0 and var isOff)
            {
                // "turn the music off"
                terms[at] = turn with { Sense = Sense.Remove };
                terms.RemoveAt(isOff);
                continue;
            }

            if (terms[at] is { Sense: Sense.Speed } fast && fast.Text.Equals("speed", StringComparison.OrdinalIgnoreCase)
                && terms.FindIndex(at, Math.Min(5, terms.Count - at), term => term is { Sense: Sense.More, Text: "up" }) is > 0 and var isUp)
            {
                // "speed the cat up"
                terms[at] = fast with { Sense = Sense.Faster };
                terms.RemoveAt(isUp);
                continue;
            }

            if (terms[at] is { Sense: Sense.Less, Text: ['l' or 'L', 'o', 'w', 'e', 'r', ..] } lower && Measures.At(terms, at + 1)?.Sense is Sense.Clip or Sense.Sound or Sense.Music or Sense.Voiceover or Sense.Volume or Sense.Video or Sense.Effect)
            {
                // "lower the clips to 30 %"
                terms[at] = lower with { Sense = Sense.Quieter };
                continue;
            }

            if (terms[at] is { Sense: Sense.Cut, Text: "take" or "Take" } && terms.FindIndex(at, Math.Min(6, terms.Count - at), term => term is { Sense: Sense.End, Text: "back" }) is > 0 and var isBack
                && terms.GetRange(at + 1, isBack - at - 1).TrueForAll(term => term.Sense is Sense.It or Sense.Last or Sense.Shot or Sense.Word or Sense.Make))
            {
                // "take that last one back"
                terms.RemoveRange(at + 1, isBack - at);
                terms[at] = terms[at] with { Sense = Sense.Undo };
                continue;
            }

            if (terms[at] is { Sense: Sense.Off, Text: "out" } && Measures.At(terms, at - 1)?.Sense is Sense.Media or Sense.Shot or Sense.Still or Sense.Clip or Sense.Number or Sense.Ordinal or Sense.Last
                && Measures.At(terms, at + 1)?.Sense is null or Sense.Mark or Sense.And && !Parts.Has(terms, at, Sense.Leave, Sense.Cut, Sense.Fade, Sense.Motion, Sense.FadeInWord, Sense.Make, Sense.Put))
            {
                // "t2 out, t3 in front of t1"
                terms[at] = terms[at] with { Sense = Sense.Remove };
                continue;
            }

            if (terms[at] is { Sense: Sense.Fit } fit && fit.Text.Equals("fit", StringComparison.OrdinalIgnoreCase) && Measures.At(terms, at + 1)?.Sense is Sense.Media or Sense.ShotPlace or Sense.It
                && terms.Skip(at + 2).Take(2).Any(term => term.Sense is Sense.Before or Sense.After or Sense.Between))
            {
                // "fit c in before b"
                terms[at] = fit with { Sense = Sense.Add, Value = "" };
                continue;
            }

            var takes = terms[at] is { Sense: Sense.Cut, Text: "take" or "Take" };
            if (terms[at].Sense != Sense.Leave && !takes)
            {
                continue;
            }

            var end = terms.FindIndex(at, term => term.Sense is Sense.Mark or Sense.Then or Sense.But);
            var off = terms.FindIndex(at, term => term.Sense == Sense.Off);
            var takesOut = off >= 0 && (end < 0 || off < end) && (!takes || at + 1 == terms.Count || terms[at + 1].Sense is not (Sense.Length or Sense.Number));
            if (terms[at].Value == "let" && LetsHappen(terms, at, end < 0 ? terms.Count : end) is { } meant)
            {
                terms[at] = terms[at] with { Sense = meant };
                continue;
            }

            terms[at] = terms[at] with { Sense = takesOut ? Sense.Remove : takes ? Sense.Cut : Sense.LeaveAlone };
        }
    }

    /// <summary>German "lass": with "weg" it takes out, with a length, a place or the like it makes, alone it leaves alone.</summary>
    private static Sense? LetsHappen(List<Term> terms, int at, int end)
    {
        var rest = terms.Skip(at + 1).Take(end - at - 1).ToList();
        return rest.Exists(term => term.Sense is Sense.Remove) ? Sense.Remove
            : rest.Exists(term => term.Sense is Sense.Not or Sense.LeaveAlone) ? null
            : rest.Exists(term => term.Sense is Sense.Number or Sense.Moment or Sense.Length or Sense.Position or Sense.Faster or Sense.Slower or Sense.Lengthen or Sense.Shorten or Sense.Louder
                or Sense.Quieter or Sense.StartWith or Sense.EndWith or Sense.FadeInWord or Sense.FadeOutWord or Sense.Backwards or Sense.Start or Sense.End or Sense.Canvas or Sense.Keep) ? Sense.Make
            : null;
    }

    /// <summary>"turn the music up a bit"</summary>
    private static bool TurnsVolume(List<Term> terms, int at)
    {
        var way = terms.FindIndex(at, Math.Min(5, terms.Count - at), term => term is { Sense: Sense.More, Text: "up" } or { Sense: Sense.Less, Text: "down" });
        if (way < 0 || !terms.Skip(at).Take(way - at).Any(term => term.Sense is Sense.Music or Sense.Sound or Sense.Volume or Sense.It or Sense.Voiceover or Sense.Clip or Sense.Media or Sense.ShotPlace))
        {
            return false;
        }

        terms[at] = terms[at] with { Sense = terms[way].Sense == Sense.More ? Sense.Louder : Sense.Quieter };
        terms.RemoveAt(way);
        return true;
    }
}
