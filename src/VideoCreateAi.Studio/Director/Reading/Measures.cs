using System.Globalization;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Folds neighbouring terms into measures: "30 second" is a length, "first 10 s" a head, "0-3 s" a stretch,
/// "the second photo" a place. Runs of rows, first match at a place wins, until nothing folds.</summary>
internal static partial class Measures
{
    /// <summary>The value of a length that something is said to last.</summary>
    public const string Lasting = "lasting";

    /// <summary>The value of a moment that is counted in minutes: what follows it is too.</summary>
    public const string Minutes = "minutes";

    public const double MinuteUnit = 60_000;

    public static IReadOnlyList<Term> Fold(IReadOnlyList<Term> read, Language language)
    {
        var terms = read.Select((term, index) => IsOnly(read, index) ? term with { Sense = Sense.Keep } : term).Where(term => term.Sense is not (Sense.Filler or Sense.Total)).ToList();
        NumberedRuns.Fold(terms);
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
        OnePass(terms, (row, at) => BarePlaces.Fold(row, at, language.Main.Code != "en"));

        ContentCompany.Fold(terms);
        Belongings.Fold(terms, language);
        Totals.Mark(terms, [.. read.Where(term => term.Sense == Sense.Total).Select(term => term.At)]);
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
            return (new Term(Sense.Moment, first.Number == MinuteUnit ? Minutes : "", moment.Number * first.Number), 2);
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

        if (At(terms, at + 1) is { Sense: Sense.Unit, Value: "fps" } && At(terms, at - 1)?.Sense is Sense.Last or Sense.Ordinal && first.Number == 1)
        {
            // 最后一帧: one frame, and no rate.
            terms.RemoveRange(at, 2);
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

    public static bool IsNoun(Term? term) => term?.Sense is Sense.Still or Sense.Clip or Sense.Shot;

    private static Term? TimeAt(List<Term> terms, int at, bool bareNumbers) => At(terms, at) switch
    {
        { Sense: Sense.Moment } moment => moment,
        { Sense: Sense.Length } length => length,
        { Sense: Sense.Ordinal } nth when CountsUnits(terms, at) => nth with { Sense = Sense.Number, Number = nth.Number * 1000 },
        { Sense: Sense.Number } number when bareNumbers || At(terms, at + 1) is { Sense: Sense.Mark, Value: "-" or "~" } or { Sense: Sense.To } =>
            number with { Number = number.Number * 1000 },
        _ => null,
    };

    /// <summary>第1到第3分钟: the first number has no unit of its own.</summary>
    private static bool CountsUnits(List<Term> terms, int at) => At(terms, at) is { Sense: Sense.Ordinal, Number: > 0 } && At(terms, at + 1)?.Sense == Sense.To && At(terms, at + 2) is { Sense: Sense.Moment };

    private static double Milliseconds(Term term) => term.Sense == Sense.Length ? term.Number : term.Number * 1000;

    public static Term? At(List<Term> terms, int at) => at >= 0 && at < terms.Count ? terms[at] : null;
}
