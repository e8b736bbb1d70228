namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Small words that say what becomes of a title, of music, of a logo or of a look: "title gone after 3 seconds", "logo off".</summary>
internal static class ContentCompany
{
    /// <summary>The value of a tail that something is gone in: "until 2 seconds before the end".</summary>
    public const string Without = "without";

    /// <summary>Before units are read.</summary>
    public static void Lead(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            var next = Measures.At(terms, at + 1) ?? new Term(Sense.Mark);
            if (terms[at].Sense == Sense.Cut && (next.Sense == Sense.Sound || (Measures.At(terms, at + 2)?.Sense == Sense.Sound && next.Sense is Sense.It or Sense.Word or Sense.Media or Sense.ShotPlace))
                && !Parts.Has(terms, at, Sense.Number, Sense.Length, Sense.Unit, Sense.Start, Sense.End))
            {
                // "corta el audio de la segunda"
                terms[at] = terms[at] with { Sense = Sense.Mute, Value = "" };
            }

            if (terms[at] is { Sense: Sense.Fade, Text: "fade" or "Fade" or "fades" or "fading" } fade && ParticleBehind(terms, at) is > 0 and var particle)
            {
                // "fade the picture in"
                terms[at] = fade with { Sense = terms[particle].Value == "in" ? Sense.FadeInWord : Sense.FadeOutWord };
                terms.RemoveAt(particle);
            }
            else if (terms[at] is { Sense: Sense.Ordinal, Number: > 0 } lower && next.Sense == Sense.To && Measures.At(terms, at + 2) is { Sense: Sense.Ordinal, Number: > 0 } upper
                && Measures.At(terms, at + 3) is { Sense: Sense.Unit, Number: 1000 } && upper.Number > lower.Number)
            {
                // "from the third to the seventh second"
                terms[at] = lower with { Sense = Sense.Moment, Number = lower.Number * 1000 };
                terms[at + 2] = upper with { Sense = Sense.Moment, Number = upper.Number * 1000 };
                terms.RemoveAt(at + 3);
            }
            else if (terms[at] is { Sense: Sense.Ordinal, Number: 3 or 4 or 5 or 8 or 10 } part && Measures.At(terms, at - 1)?.Sense is Sense.To or Sense.At or Sense.By && next is { Sense: Sense.Mark or Sense.And or Sense.Then or Sense.Volume or Sense.As })
            {
                // "down to a third"
                terms[at] = new Term(Sense.Percent, "part", 100 / part.Number, Text: part.Text, At: part.At, End: part.End);
            }
            else if (terms[at] is { Sense: Sense.Ordinal, Number: > 1 } nth && next is { Sense: Sense.Unit, Number: 1000 } && !IsShot(Measures.At(terms, at + 2)) && !IsShot(Measures.At(terms, at - 1)))
            {
                // "at the fourth second"
                terms[at] = nth with { Sense = Sense.Moment, Number = nth.Number * 1000, End = next.End };
                terms.RemoveAt(at + 1);
            }
        }
    }

    /// <summary>After all measures are read.</summary>
    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at].Sense == Sense.Off && IsAlone(terms, at) && at > 0 && IsContent(terms[at - 1]) && !terms[at].Text.Equals("out", StringComparison.OrdinalIgnoreCase))
            {
                // "title away", "logo off"
                terms[at] = terms[at] with { Sense = Sense.Remove };
            }

            if (terms[at] is { Sense: Sense.Shot, Text: "slide" or "Slide" } slide && Parts.Has(terms, at, Sense.Cut, Sense.Transition, Sense.Between, Sense.TransitionKind) && !Parts.Has(terms, at, Sense.Media, Sense.Head, Sense.Tail)
                && (Measures.At(terms, at - 1)?.Sense is Sense.Length || Parts.Has(terms, at, Sense.Transition, Sense.Between)))
            {
                terms[at] = slide with { Sense = Sense.TransitionKind, Value = "slide" };
            }

            if (terms[at].Sense is Sense.Tail or Sense.Head && terms[at].Number % 1000 == 0 && Measures.At(terms, at + 1)?.Sense == Sense.And && Measures.At(terms, at + 2) is { Sense: Sense.Half, Value: "" } && Measures.At(terms, at + 3)?.Sense is not (Sense.Sound or Sense.Volume))
            {
                // "the last second and a half"
                terms[at] = terms[at] with { Number = terms[at].Number + 500, End = terms[at + 2].End };
                terms.RemoveRange(at + 1, 2);
            }

            if (terms[at] is { Sense: Sense.Tail or Sense.Head, Number: 1000 } edge && Measures.At(terms, at - 1) is { Sense: Sense.Both } two)
            {
                // "los dos últimos segundos"
                terms[at - 1] = edge with { Number = 2000, At = two.At };
                terms.RemoveAt(at);
                at--;
            }

            if (terms[at] is { Sense: Sense.PictureInPicture } window && window.Text.StartsWith('ワ') && Parts.Has(terms, at, Sense.Transition, Sense.Between))
            {
                terms[at] = window with { Sense = Sense.TransitionKind, Value = "wipe" };
            }

            if (terms[at].Sense == Sense.End && Measures.At(terms, at + 1) is { Sense: Sense.Head } early && (Measures.At(terms, at - 1)?.Sense == Sense.To || Parts.Has(terms, at, Sense.Remove, Sense.FadeOutWord)))
            {
                // 到结束前3秒
                terms[at] = new Term(Sense.Tail, Without, early.Number, Text: early.Text, At: terms[at].At, End: early.End);
                terms.RemoveAt(at + 1);
                if (Measures.At(terms, at - 1)?.Sense == Sense.To)
                {
                    terms.RemoveAt(at - 1);
                    at--;
                }
            }

            if (BeforeTheEnd(terms, at) is { } length && Parts.Has(terms, at, Sense.Make, Sense.Keep, Sense.Title, Sense.Quote, Sense.Logo, Sense.Caption, Sense.Music, Sense.It, Sense.Media, Sense.PictureInPicture, Sense.Remove, Sense.FadeOutWord)
                && !Parts.Has(terms, at, Sense.Cut, Sense.Split, Sense.Hold))
            {
                terms[at] = new Term(Sense.Tail, Without, length.Number, Text: length.Text, At: terms[at].At, End: terms[at + 2].End);
                terms.RemoveRange(at + 1, 2);
                if (Measures.At(terms, at - 1)?.Sense == Sense.To)
                {
                    terms.RemoveAt(at - 1);
                    at--;
                }

                var gone = terms.FindLastIndex(at, Math.Min(at + 1, 4), term => term.Sense is Sense.Remove or Sense.FadeOutWord);
                gone = gone < 0 && Measures.At(terms, at + 1)?.Sense is Sense.Remove or Sense.FadeOutWord ? at + 1 : gone;
                if (gone >= 0 && terms[gone].Sense == Sense.Remove)
                {
                    terms.RemoveAt(gone);
                    at -= gone < at ? 1 : 0;
                }
            }
        }

        Lasting(terms);
        for (var at = terms.Count - 1; at >= 0; at--)
        {
            // "let it disappear into black": how it ends.
            if (terms[at] is { Sense: Sense.Remove, Value: "vanish" } && Parts.Has(terms, at, Sense.ToBlack, Sense.FadeOutWord))
            {
                terms.RemoveAt(at);
            }
        }
    }

    /// <summary>"each gone after 4 s": how long a text stands. "take the title away after 4 s" ends it.</summary>
    private static void Lasting(List<Term> terms)
    {
        for (var at = 0; at + 1 < terms.Count; at++)
        {
            var isAfter = terms[at].Sense == Sense.After && terms[at + 1].Sense == Sense.Length;
            if (!isAfter || !Parts.Has(terms, at, Sense.Remove, Sense.Off))
            {
                continue;
            }

            var gone = terms.FindLastIndex(at, Math.Min(at + 1, 6), IsGone);
            gone = gone >= 0 ? gone : terms.FindIndex(at, Math.Min(4, terms.Count - at), IsGone);
            if (gone < 0 || !Parts.Has(terms, at, Sense.Quote, Sense.Title, Sense.Each, Sense.It, Sense.Logo, Sense.Caption) || Parts.Has(terms, at, Sense.Music, Sense.Clip, Sense.Video, Sense.ShotPlace))
            {
                continue;
            }

            terms[at] = terms[at] with { Sense = Parts.Has(terms, at, Sense.Each, Sense.Quote) ? Sense.For : Sense.To };
            terms.RemoveAt(gone);
            at -= gone < at ? 1 : 0;
        }

        static bool IsGone(Term term) => term.Sense is Sense.Remove or Sense.Off;
    }

    /// <summary>"2 seconds before the end", 结束前2秒, 終わりの2秒前</summary>
    private static Term? BeforeTheEnd(List<Term> terms, int at)
    {
        if (at + 2 >= terms.Count)
        {
            return null;
        }

        Term[] three = [terms[at], terms[at + 1], terms[at + 2]];
        return Array.Exists(three, term => term.Sense == Sense.Before) && Array.Exists(three, term => term.Sense is Sense.End)
            ? Array.Find(three, term => term.Sense == Sense.Length)
            : null;
    }

    private static int ParticleBehind(List<Term> terms, int at)
    {
        for (var index = at + 1; index < Math.Min(terms.Count, at + 4); index++)
        {
            if (terms[index] is { Sense: Sense.Word, Value: "in" } or { Sense: Sense.Off, Text: "out" })
            {
                // "fade the title in 2 seconds" tells how long, and "in" belongs to it.
                return terms[index].Value == "in" && Measures.At(terms, index + 1) is { Sense: Sense.Number } && Measures.At(terms, index + 2) is { Sense: Sense.Unit } ? -1 : index;
            }

            if (terms[index].Sense is Sense.Mark or Sense.And || terms[index].Sense.IsAction())
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>No verb in the same part that the small word could belong to.</summary>
    private static bool IsAlone(List<Term> terms, int at)
    {
        for (var index = at - 1; index >= 0 && terms[index].Sense is not (Sense.Mark or Sense.Then or Sense.But or Sense.And); index--)
        {
            if (terms[index].Sense.IsAction())
            {
                return false;
            }
        }

        return Measures.At(terms, at + 1)?.Sense is null or Sense.Mark or Sense.And or Sense.Then or Sense.But;
    }

    private static bool IsContent(Term term) => term.Sense is Sense.Title or Sense.Caption or Sense.Music or Sense.MusicStyle or Sense.Logo or Sense.PictureInPicture or Sense.Filter or Sense.Colour
        or Sense.Transition or Sense.TransitionKind or Sense.Voiceover or Sense.Media or Sense.Quote or Sense.Sound or Sense.Motion or Sense.Effect;

    private static bool IsShot(Term? term) => term?.Sense is Sense.Still or Sense.Clip or Sense.Shot or Sense.Video or Sense.Half;
}
