using VideoCreateAi.Studio.Director.Recognition;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Words that mean something else beside certain others.</summary>
internal static class Neighbours
{
    public static void Fold(List<Term> terms)
    {
        // "no, mejor triste": an answer to what was done, and nothing is forbidden by it.
        if (terms is [{ Sense: Sense.Not or Sense.No }, { Sense: Sense.Mark, Value: "," }, _, ..])
        {
            terms.RemoveRange(0, 2);
        }

        for (var at = 0; at < terms.Count; at++)
        {
            if (terms[at] is { Sense: Sense.Mark, Value: "," } && Measures.At(terms, at + 1)?.Sense == Sense.But && Measures.At(terms, at - 1)?.Sense is Sense.Reset or Sense.All or Sense.Video)
            {
                // "удали всё, кроме первого"
                terms.RemoveAt(at);
                at = Math.Max(0, at - 1);
            }

            if (terms[at] is { Sense: Sense.Unit, Number: >= 1000 } && Measures.At(terms, at + 1) is { Sense: Sense.To, Text: "ke" or "Ke" } && Measures.At(terms, at + 2) is { Sense: Sense.Mark, Value: "-" } && Measures.At(terms, at + 3)?.Sense == Sense.Number)
            {
                // "detik ke-5"
                terms.RemoveRange(at + 1, 2);
            }
            else if (terms[at] is { Sense: Sense.Word, Value: "masing" } twice && Measures.At(terms, at + 1) is { Sense: Sense.Number, Number: 2 } sign && sign.At == twice.End)
            {
                // "masing2": a 2 doubles the word before it.
                terms[at] = twice with { Sense = Sense.Each, Value = "" };
                terms.RemoveAt(at + 1);
            }
            else if (terms[at] is { Sense: Sense.Unit, Value: "times" } times && Measures.At(terms, at - 1)?.Sense != Sense.Number && Measures.At(terms, at + 1) is { Sense: Sense.Half, Number: 0.5 } && Parts.Has(terms, at, Sense.Faster, Sense.Slower))
            {
                // أسرع مرة ونصف
                terms[at] = times with { Sense = Sense.Factor, Value = "", Number = 1.5 };
                terms.RemoveAt(at + 1);
            }

            var opens = Measures.At(terms, at - 1)?.Sense is null or Sense.Mark or Sense.And or Sense.Then;
            terms[at] = terms[at] switch
            {
                // "déjala en dos segunditos"
                { Sense: Sense.Half, Value: "two" } two when Measures.At(terms, at + 1) is { Sense: Sense.Unit, Number: >= 1000 } && Measures.At(terms, at + 2)?.Sense != Sense.Number && !Parts.Has(terms, at, Sense.Split) => two with { Sense = Sense.Number, Number = 2, Value = "" },
                // "the pics should last 2, 3 and 4 seconds"
                { Sense: Sense.Last, Text: "last" } lasts when Measures.At(terms, at - 1)?.Sense == Sense.Question && Measures.At(terms, at + 1)?.Sense == Sense.Number => lasts with { Sense = Sense.For },
                // "terakhir b.mp4": in a list the file behind it is meant.
                { Sense: Sense.Last } last when opens && at > 0 && Measures.At(terms, at + 1)?.Sense == Sense.Media => last with { Sense = Sense.Then },
                // "önce a.mp4, sonra b.mp4"
                { Sense: Sense.After, IsBehind: true } then when opens && Measures.At(terms, at + 1)?.Sense is not (Sense.Number or Sense.OrdinalMark) => then with { Sense = Sense.Then, IsBehind = false },
                { Sense: Sense.Before, IsBehind: true } first when opens && Measures.At(terms, at + 1)?.Sense is not (Sense.Number or Sense.OrdinalMark) => first with { Sense = Sense.Ordinal, Number = 1, IsBehind = false },
                // "los dos últimos segundos": counted, and nothing is halved.
                { Sense: Sense.Both } two when Measures.At(terms, at + 1) is { Sense: Sense.Unit, Number: >= 1000 }
                    || (Measures.At(terms, at + 1) is { Sense: Sense.Last or Sense.Ordinal, Number: 0 or 1 } && Measures.At(terms, at + 2) is { Sense: Sense.Unit, Number: >= 1000 }) => two with { Sense = Sense.Number, Value = "", Number = 2 },
                // "keep the piano quiet": how loud it is, and no other music.
                { Sense: Sense.Mood, Value: "calm" } quiet when (Parts.Has(terms, at, Sense.Keep) || terms.Exists(term => term is { Sense: Sense.LeaveAlone, Value: "stays" })) && Parts.Has(terms, at, Sense.Music, Sense.MusicStyle)
                    && !Parts.Has(terms, at, Sense.Add, Sense.Create, Sense.Put) => quiet with { Sense = Sense.Quieter, Value = LevelReading.State },
                { Sense: Sense.Quieter, Value: LevelReading.State } low when !Parts.Has(terms, at, Sense.Media) && !terms.Exists(term => term.Sense is Sense.Music or Sense.MusicStyle or Sense.Sound or Sense.Volume or Sense.Voiceover or Sense.Effect) => low with { Sense = Sense.Word },
                // "coupe le clip en deux"
                { Sense: Sense.Cut } cut when terms.Exists(term => term is { Sense: Sense.Half, Value: "two" }) && Parts.Has(terms, at, Sense.Half) => cut with { Sense = Sense.Split },
                // "поменьше насыщенности": less of it, nothing is made small.
                { Sense: Sense.TextSize } size when Measures.At(terms, at + 1)?.Sense == Sense.AdjustNoun => size with { Sense = size.Number > 1 ? Sense.More : Sense.Less, Number = 0 },
                // "borra todo después de 12 segundos", "remove everything but the first clip"
                { Sense: Sense.Reset } reset when UpTo(terms, at) => reset with { Sense = Sense.Remove },
                { Sense: Sense.Reset } reset when Measures.At(terms, at + 1)?.Sense is Sense.After or Sense.Before or Sense.From or Sense.But or Sense.Between or Sense.Stretch => reset with { Sense = Sense.Remove },
                var other => other,
            };
        }

        Complaints(terms);
        for (var at = 1; at < terms.Count; at++)
        {
            if (terms[at] is { Sense: Sense.LeaveAlone, Value: "stays" } && Parts.Has(terms, at, Sense.Number, Sense.Length, Sense.Moment, Sense.Keep, Sense.Whole, Sense.Position, Sense.End, Sense.Start, Sense.Quieter, Sense.Louder))
            {
                // "der Titel bleibt 5 Sekunden"
                terms.RemoveAt(at);
                at--;
            }
            else if (terms[at - 1].Sense == Sense.It && terms[at] is { Sense: Sense.Last or Sense.Ordinal, Text: not ("last" or "Last" or "lasts") })
            {
                // "das letzte": an article.
                terms.RemoveAt(at - 1);
                at--;
            }
            else if (LeadsToItsWords(terms, at))
            {
                terms.RemoveAt(at);
            }
            else if (terms[at].Sense == Sense.Number && terms[at - 1] is { Sense: Sense.For or Sense.Make, Value: "lasting" } && Measures.At(terms, at + 1)?.Sense is null or Sense.Mark or Sense.And)
            {
                // "que dure 14"
                terms.Insert(at + 1, new Term(Sense.Unit, "", 1000, At: terms[at].End, End: terms[at].End));
            }
            else if (terms[at].Sense == Sense.Number && terms[at - 1].Sense == Sense.Other && Measures.At(terms, at + 1)?.Sense is null or Sense.Mark
                && terms.FindLast(term => term is { Sense: Sense.Unit, Number: 1000 or 60_000 }) is { } unit)
            {
                // "la primera 6 segundos y las demás 2"
                terms.Insert(at + 1, unit with { Value = "", At = terms[at].End, End = terms[at].End });
            }
        }
    }

    /// <summary>"za cicho, daj dwa razy głośniej": what is wrong with it, and then how it shall be.</summary>
    private static void Complaints(List<Term> terms)
    {
        for (var at = terms.Count - 1; at >= 0; at--)
        {
            if (terms[at] is { Sense: Sense.Louder or Sense.Quieter, Value: "complaint" }
                && terms.FindIndex(at + 1, term => term.Sense is Sense.Louder or Sense.Quieter || term is { Sense: Sense.Percent } or { Sense: Sense.Mute } || (term.Sense == Sense.Half && Parts.Has(terms, terms.IndexOf(term), Sense.Volume)) || (term.Sense == Sense.Number && Measures.At(terms, terms.IndexOf(term) + 1) is { Value: "%" })) >= 0)
            {
                // It stays spoken of, so that "put it at a quarter" is about its sound.
                terms[at] = terms[at] with { Sense = Sense.Volume, Value = "" };
            }
        }
    }

    /// <summary>"удали всё до 5-й секунды": what lies before it.</summary>
    private static bool UpTo(List<Term> terms, int at)
    {
        if (Measures.At(terms, at + 1) is not { Sense: Sense.To } to || Measures.At(terms, at + 2)?.Sense is not (Sense.Number or Sense.Moment or Sense.Length or Sense.Unit))
        {
            return false;
        }

        terms[at + 1] = to with { Sense = Sense.Before };
        return true;
    }

    /// <summary>"eine Stimme, die sagt: …": the comma parts nothing.</summary>
    private static bool LeadsToItsWords(List<Term> terms, int at)
    {
        if (terms[at] is not { Sense: Sense.Mark, Value: "," } || !Parts.Has(terms, at - 1, Sense.Voiceover))
        {
            return false;
        }

        var quote = terms.FindIndex(at, Math.Min(4, terms.Count - at), term => term.Sense == Sense.Quote);
        return quote > at && terms.GetRange(at + 1, quote - at - 1).TrueForAll(term => term.Sense is Sense.Word or Sense.It or Sense.Mark);
    }
}
