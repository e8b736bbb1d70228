namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"rooms 1 to 4", "halls 2, 3 and 5" beside files of that name: the name means all of them, and the numbers say which.</summary>
internal static class NumberedRuns
{
    public static void Fold(List<Term> terms)
    {
        for (var at = 0; at < terms.Count; at++)
        {
            var run = terms.Skip(at).TakeWhile(term => term.Sense == Sense.Media).Count();
            if (run < 2)
            {
                continue;
            }

            if (Numbers(terms, at + run) is ({ Count: > 0 } numbers, var used) && numbers.TrueForAll(number => number <= run))
            {
                var named = terms.GetRange(at, run);
                terms.RemoveRange(at, run + used);
                terms.InsertRange(at, numbers.Select(number => named[number - 1]));
                run = numbers.Count;
            }

            at += run - 1;
        }
    }

    private static (List<int> Numbers, int Used) Numbers(List<Term> terms, int at)
    {
        if (Whole(terms, at) is not { } first)
        {
            return ([], 0);
        }

        if (Measures.At(terms, at + 1) is { Sense: Sense.To } or { Sense: Sense.Mark, Value: "-" or "~" } && Whole(terms, at + 2) is { } last && last > first && !IsMeasured(terms, at + 3))
        {
            return ([.. Enumerable.Range(first, last - first + 1)], 3);
        }

        var numbers = new List<int> { first };
        var used = 1;
        while (Measures.At(terms, at + used) is { Sense: Sense.And } or { Sense: Sense.Mark, Value: "," })
        {
            var gap = Measures.At(terms, at + used + 1)?.Sense == Sense.And ? 2 : 1;
            if (Whole(terms, at + used + gap) is not { } next || IsMeasured(terms, at + used + gap + 1))
            {
                break;
            }

            numbers.Add(next);
            used += gap + 1;
        }

        return numbers.Count > 1 && !IsMeasured(terms, at + used) ? (numbers, used) : ([], 0);
    }

    private static int? Whole(List<Term> terms, int at) => Measures.At(terms, at) is { Sense: Sense.Number, Number: >= 1 and <= 500 } number && number.Number % 1 == 0 ? (int)number.Number : null;

    private static bool IsMeasured(List<Term> terms, int at) => Measures.At(terms, at)?.Sense is Sense.Unit or Sense.Each;
}
