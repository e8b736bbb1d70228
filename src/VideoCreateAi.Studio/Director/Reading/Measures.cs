using System.Globalization;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Folds neighbouring terms into measures: "30 second" is a length, "first 10 s" a head, "0-3 s" a stretch,
/// "the second photo" a place. Runs of rows, first match at a place wins, until nothing folds.</summary>
internal static class Measures
{
    /// <summary>The value of a length that something is said to last.</summary>
    public const string Lasting = "lasting";

    public static IReadOnlyList<Term> Fold(IReadOnlyList<Term> read, Language language)
    {
        var terms = read.Select((term, index) => IsOnly(read, index) ? term with { Sense = Sense.Keep } : term).Where(term => term.Sense != Sense.Filler).ToList();
        NamedShots.Fold(terms);
        PhrasalVerbs.Fold(terms);
        WrittenOrdinals.Fold(terms, language);
        Neighbours.Fold(terms);
        Relations.Fold(terms);
        OnePass(terms, SpokenNumbers.Joined);
        OnePass(terms, SpokenNumbers.Counted);
        OnePass(terms, SpokenNumbers.CountedBefore);
        Counting.Fold(terms, language);
        Edges.Lead(terms, language);
        Company.Fold(terms, language);
        ContentCompany.Lead(terms);
        EnglishIdioms.Fold(terms);
        ScreenHalves.Fold(terms);
        OnePass(terms, Units);
        OnePass(terms, SpokenNumbers.Summed);
        OnePass(terms, SpokenNumbers.AndAHalf);
        WordOrder.Fold(terms, language);
        Edges.Fold(terms, language);
        Shares.Fold(terms, language);
        Echoes.Fold(terms);
        BothEnds.Fold(terms);
        OnePass(terms, Stretches);
        OnePass(terms, (row, at) => ShotPlaces.Fold(row, at, language.Main.Is("noun-first")));
        if (language.Main.Code != "en")
        {
            OnePass(terms, BarePlaces.Fold);
        }

        ContentCompany.Fold(terms);
        Belongings.Fold(terms, language);
        return terms;
    }

    /// <summary>"just walk.mp4": in front of a file the small word means that nothing else is wanted.</summary>
    private static bool IsOnly(IReadOnlyList<Term> terms, int at) => terms[at] is { Sense: Sense.Filler, Text: "just" or "Just" }
        && at + 1 < terms.Count && terms[at + 1].Sense == Sense.Media;

    private static void OnePass(List<Term> terms, Func<List<Term>, int, (Term Term, int Length)?> fold)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            if (fold(terms, at) is ({ } folded, var length))
            {
                var term = folded with { At = terms[at].At, End = terms[at + length - 1].End };
                terms.RemoveRange(at, length);
                terms.Insert(at, term);
            }
        }
    }

    private static (Term, int)? Units(List<Term> terms, int at)
    {
        if (At(terms, at) is not { } first)
        {
            return null;
        }

        // "one" is a shot ("the last one") unless a unit follows.
        var isOne = first is { Sense: Sense.Shot, Text: "one" or "One" } && At(terms, at + 1)?.Sense is Sense.Unit;
        if (first is { Sense: Sense.Half, Value: "" } && At(terms, at + 1) is { Sense: Sense.Unit, Number: > 0 } halfUnit)
        {
            return (new Term(Sense.Length, "", halfUnit.Number / 2), 2);
        }

        // "16 比 9"
        if (first.Sense == Sense.Number && At(terms, at + 1) is { Sense: Sense.Unit, Value: "ratio" } && At(terms, at + 2) is { Sense: Sense.Number } height)
        {
            return (new Term(Sense.Canvas, string.Create(CultureInfo.InvariantCulture, $"{first.Number}:{height.Number}"), Text: first.Text), 3);
        }

        if (first is { Sense: Sense.Unit, Value: "fps" } && At(terms, at + 1) is { Sense: Sense.Number } rate && At(terms, at + 2)?.Sense != Sense.Unit)
        {
            return (new Term(Sense.Rate, "", rate.Number, Text: rate.Text), 2);
        }

        // 三成: tenths
        if (first is { Sense: Sense.Number, Number: >= 1 and <= 10 } && At(terms, at + 1) is { Sense: Sense.To, Text: "成" } && At(terms, at + 2)?.Sense is null or Sense.Mark or Sense.Then)
        {
            return (new Term(Sense.Percent, "", first.Number * 10, Text: first.Text), 2);
        }

        // 六成五
        if (first is { Sense: Sense.Number, Number: >= 1 and <= 10 } && At(terms, at + 1) is { Sense: Sense.To, Text: "成" } && At(terms, at + 2) is { Sense: Sense.Number, Number: >= 1 and <= 9 } tenth
            && At(terms, at + 3)?.Sense is null or Sense.Mark or Sense.Then)
        {
            return (new Term(Sense.Percent, "", (first.Number * 10) + tenth.Number, Text: first.Text), 3);
        }

        // 倍速 alone doubles.
        if (first is { Sense: Sense.Unit, Value: "x" } && Scripts.IsRunning(first.Text.FirstOrDefault()) && At(terms, at - 1)?.Sense != Sense.Number)
        {
            return (new Term(Sense.Factor, "", 2, Text: first.Text), 1);
        }

        // 百分之三十, %30
        if (first is { Sense: Sense.Unit, Value: "%" } && At(terms, at + 1) is { Sense: Sense.Number } share)
        {
            return (new Term(Sense.Percent, "", share.Number, Text: share.Text), 2);
        }

        if (first is { Sense: Sense.Unit, Value: "x" } && At(terms, at + 1) is { Sense: Sense.Number } factor)
        {
            return (new Term(Sense.Factor, "", factor.Number), 2);
        }

        if (first.Sense is Sense.Last or Sense.Ordinal && first.Number is 0 or 1 && At(terms, at + 1) is { Sense: Sense.Unit, Number: 1000 or 60_000 } single)
        {
            return (new Term(first.Sense == Sense.Last ? Sense.Tail : Sense.Head, "", single.Number), 2);
        }

        // "from second 2": the unit in front names a moment.
        if (first is { Sense: Sense.Unit, Number: 1000 or 60_000 } && At(terms, at + 1) is { Sense: Sense.Number } moment
            && At(terms, at + 2)?.Sense != Sense.Unit)
        {
            return (new Term(Sense.Moment, "", moment.Number * first.Number), 2);
        }

        // "the second photo": a unit that no number leads is an ordinal.
        if (first is { Sense: Sense.Unit, Number: 1000, Value: "second" })
        {
            return (new Term(Sense.Ordinal, "", 2, Text: first.Text), 1);
        }

        if (first.Sense != Sense.Number && !isOne)
        {
            return null;
        }

        var number = isOne ? 1 : first.Number;
        var gap = At(terms, at + 1) is { Sense: Sense.Mark, Value: "-" } && At(terms, at + 2)?.Sense is Sense.Unit ? 2 : 1;
        var unit = At(terms, at + gap);
        if (unit is { Sense: Sense.More or Sense.Less or Sense.Each } && At(terms, at + gap + 1)?.Sense == Sense.Unit)
        {
            // "5 more seconds": the word moves in front of the length.
            var length = new Term(Sense.Length, "", number * terms[at + gap + 1].Number, Text: first.Text);
            terms.RemoveRange(at, gap + 2);
            terms.InsertRange(at, [unit, length]);
            return null;
        }

        if (unit is not { Sense: Sense.Unit })
        {
            return first.Text.Length > 0 && unit is { Sense: Sense.Word or Sense.Unit, Value: "x" or "*" } && At(terms, at + gap + 1) is { Sense: Sense.Number }
                ? Pixels(terms, at, number)
                : null;
        }

        return unit.Value switch
        {
            "x" when At(terms, at + gap + 1) is { Sense: Sense.Number } && number >= 16 => Pixels(terms, at, number),
            "x" => (new Term(Sense.Factor, "", number, Text: first.Text), gap + 1),
            "%" => (new Term(Sense.Percent, "", number, Text: first.Text), gap + 1),
            "points" => (new Term(Sense.Percent, "points", number, Text: first.Text), gap + 1),
            "deg" => (new Term(Sense.Degrees, "", number, Text: first.Text), gap + 1),
            "fps" => (new Term(Sense.Rate, "", number, Text: first.Text), gap + 1),
            "times" => (new Term(Sense.Times, "", number, Text: first.Text), gap + 1),
            "p" => (new Term(Sense.Resolution, "", number, Text: first.Text), gap + 1),
            "k" => (new Term(Sense.Resolution, "", number >= 4 ? 2160 : 1440, Text: first.Text), gap + 1),
            _ => LongLength(terms, at, gap + 1, number * unit.Number),
        };
    }

    private static (Term, int) Pixels(List<Term> terms, int at, double width) =>
        (new Term(Sense.Size, "", width, terms[at + 2].Number), 3);

    // "1 minute 20 seconds", "1 minute and 20 seconds"
    private static (Term, int) LongLength(List<Term> terms, int at, int used, double milliseconds)
    {
        var skip = At(terms, at + used)?.Sense == Sense.And ? 1 : 0;
        if (milliseconds >= 60_000 && At(terms, at + used + skip) is { Sense: Sense.Number } more
            && At(terms, at + used + skip + 1) is { Sense: Sense.Unit, Number: 1000 })
        {
            return (new Term(Sense.Length, "", milliseconds + (more.Number * 1000)), used + skip + 2);
        }

        // "1 minute 10"
        if (milliseconds is 60_000 or 120_000 && skip == 0 && At(terms, at + used) is { Sense: Sense.Number, Number: < 60 } rest
            && At(terms, at + used + 1)?.Sense is null or Sense.Mark)
        {
            return (new Term(Sense.Length, "", milliseconds + (rest.Number * 1000)), used + 1);
        }

        // 1分05
        if (milliseconds >= 60_000 && milliseconds % 60_000 == 0 && At(terms, at + used) is { Sense: Sense.Number, Number: < 60 } joined && joined.At == terms[at + used - 1].End && joined.At > 0)
        {
            return (new Term(Sense.Length, "", milliseconds + (joined.Number * 1000)), used + 1);
        }

        return (new Term(Sense.Length, "", milliseconds), used);
    }

    private static (Term, int)? Stretches(List<Term> terms, int at)
    {
        // [from|between] time (to|-|and) time [unit was folded into the second]
        var lead = terms[at].Sense is Sense.From or Sense.Between or Sense.At ? 1 : 0;
        if (TimeAt(terms, at + lead, lead > 0) is { } from)
        {
            // "from 0:06 it gets boring to 0:13"
            while (lead > 0 && from.Sense == Sense.Moment && At(terms, at + lead + 1)?.Sense == Sense.Word && terms.FindIndex(at, Math.Min(7, terms.Count - at), term => term.Sense == Sense.To) > 0)
            {
                terms.RemoveAt(at + lead + 1);
            }

            var link = At(terms, at + lead + 1);
            // "clip 1 to 5 seconds" numbers the clip.
            var numbersAShot = from.Sense == Sense.Number && lead == 0 && IsNoun(At(terms, at - 1)) && link?.Sense == Sense.To;
            // "clips 1 and 2 to 5 seconds"
            numbersAShot = numbersAShot || (from.Sense == Sense.Number && lead == 0 && At(terms, at - 1)?.Sense == Sense.And
                && At(terms, at - 2)?.Sense == Sense.Number && IsNoun(At(terms, at - 3)));
            // "crossfades between 1 and 2" numbers the shots.
            numbersAShot = numbersAShot || (from.Sense == Sense.Number && At(terms, at + lead + 2)?.Sense == Sense.Number && terms[at].Sense == Sense.Between
                && terms.Take(at).TakeLast(4).Any(term => term.Sense is Sense.Transition or Sense.TransitionKind or Sense.Fade));
            // "fit all six into half a minute"
            numbersAShot = numbersAShot || (from.Sense == Sense.Number && lead == 0 && At(terms, at - 1)?.Sense is Sense.All or Sense.Both or Sense.Each);
            var isLink = !numbersAShot && (link is { Sense: Sense.To } or { Sense: Sense.Mark, Value: "-" or "~" }
                || (link is { Sense: Sense.And } && terms[at].Sense == Sense.Between));
            if (isLink && TimeAt(terms, at + lead + 2, true) is { } to && to.Number > from.Number)
            {
                return (new Term(Sense.Stretch, "", from.Number, to.Number), lead + 3);
            }

            // 5秒から10秒だけ: from, and no word for "to".
            if (terms[at].Sense == Sense.From && link is { Sense: Sense.Length } end && end.Number > from.Number)
            {
                return (new Term(Sense.Stretch, "", from.Number, end.Number), lead + 2);
            }
        }

        // 从头到8秒放慢一半: the part that gets another speed.
        if (terms[at].Sense == Sense.From && At(terms, at + 1) is { Sense: Sense.Start } or { Sense: Sense.Ordinal, Number: 1 } && At(terms, at + 2)?.Sense == Sense.To
            && At(terms, at + 3) is { Sense: Sense.Length or Sense.Moment } upTo && Parts.Has(terms, at, Sense.Faster, Sense.Slower, Sense.Speed, Sense.Factor))
        {
            return (new Term(Sense.Head, "", upTo.Number), 4);
        }

        if (terms[at] is { Sense: Sense.Ordinal, Number: 1 } or { Sense: Sense.Start or Sense.Last or Sense.End })
        {
            var sense = terms[at].Sense is Sense.Ordinal or Sense.Start ? Sense.Head : Sense.Tail;
            // "make that title last 8 seconds": after a thing, "last" is what the thing does.
            var isVerb = terms[at] is { Sense: Sense.Last, Text: "last" or "Last" or "lasts" } && At(terms, at - 1)?.Sense is Sense.Title or Sense.It or Sense.Make or Sense.Music or Sense.Still
                or Sense.Clip or Sense.Shot or Sense.Video or Sense.Quote or Sense.Caption or Sense.Logo or Sense.Media or Sense.ShotPlace;
            isVerb = isVerb || (terms[at] is { Sense: Sense.Last, Text: "last" or "Last" or "lasts" } && At(terms, at - 1)?.Sense == Sense.Number && IsNoun(At(terms, at - 2)));
            // "i need it to last 24 seconds"; "trim it to the last 2 seconds" is another.
            isVerb = isVerb || (terms[at] is { Sense: Sense.Last, Text: "last" } && At(terms, at - 1)?.Sense == Sense.To && !Parts.Has(terms, at, Sense.Cut, Sense.Keep, Sense.Shorten));
            if (isVerb && At(terms, at + 1) is { Sense: Sense.Length } lasting)
            {
                return (lasting with { Value = Lasting }, 2);
            }

            // 开头3秒, 처음 3초: no word between the two.
            var isEdge = terms[at].Sense is Sense.Start or Sense.End && Scripts.IsRunning(terms[at].Text.FirstOrDefault());
            if ((isEdge || terms[at].Sense is Sense.Ordinal or Sense.Last) && At(terms, at + 1) is { Sense: Sense.Length } length)
            {
                return (new Term(sense, "", length.Number), 2);
            }
        }

        // "3 s off the start", "the 2 seconds at the end"
        if (terms[at].Sense is Sense.Length or Sense.Number && At(terms, at + 1)?.Sense is Sense.Off or Sense.From
            && OffEnd(terms, at) is { } off)
        {
            return (new Term(off.Sense, "", Milliseconds(terms[at])), off.Length);
        }

        return null;
    }

    private static (Sense Sense, int Length)? OffEnd(List<Term> terms, int at)
    {
        var edge = At(terms, at + 2) is { Sense: Sense.From or Sense.At } ? 3 : 2;
        return At(terms, at + edge)?.Sense switch
        {
            Sense.Start or Sense.Ordinal => (Sense.Head, edge + 1),
            Sense.End or Sense.Last => (Sense.Tail, edge + 1),
            _ => null,
        };
    }

    public static bool IsNoun(Term? term) => term?.Sense is Sense.Still or Sense.Clip or Sense.Shot;

    private static Term? TimeAt(List<Term> terms, int at, bool bareNumbers) => At(terms, at) switch
    {
        { Sense: Sense.Moment } moment => moment,
        { Sense: Sense.Length } length => length,
        { Sense: Sense.Number } number when bareNumbers || At(terms, at + 1) is { Sense: Sense.Mark, Value: "-" or "~" } or { Sense: Sense.To } =>
            number with { Number = number.Number * 1000 },
        _ => null,
    };

    private static double Milliseconds(Term term) => term.Sense == Sense.Length ? term.Number : term.Number * 1000;

    public static Term? At(List<Term> terms, int at) => at >= 0 && at < terms.Count ? terms[at] : null;
}
