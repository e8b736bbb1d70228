namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Numbers and lengths that are said in several parts.</summary>
internal static class SpokenNumbers
{
    /// <summary>"fifty five", "twenty-one"</summary>
    public static (Term, int)? Joined(List<Term> terms, int at)
    {
        // "three and a half seconds"
        if (terms[at] is { Sense: Sense.Number } whole && Measures.At(terms, at + 1)?.Sense == Sense.And)
        {
            if (Measures.At(terms, at + 2)?.Sense == Sense.Half && Measures.At(terms, at + 3)?.Sense == Sense.Unit)
            {
                return (whole with { Number = whole.Number + 0.5 }, 3);
            }

            if (Measures.At(terms, at + 2) is { Sense: Sense.Length, Number: 500 or 30_000 } half)
            {
                return (half with { Number = (whole.Number + 0.5) * half.Number * 2 }, 3);
            }
        }

        if (terms[at] is not { Sense: Sense.Number, Number: >= 20 and <= 90 } tens || tens.Number % 10 != 0 || !char.IsLetter(tens.Text.FirstOrDefault()))
        {
            return null;
        }

        return Measures.At(terms, at + 1) switch
        {
            { Sense: Sense.Number, Number: >= 1 and <= 9 } ones when char.IsLetter(ones.Text.FirstOrDefault()) => (tens with { Number = tens.Number + ones.Number }, 2),
            { Sense: Sense.Shot, Text: "one" } => (tens with { Number = tens.Number + 1 }, 2),
            _ => null,
        };
    }

    /// <summary>"the forty-fifth second", "пятьдесят пятую секунду": counted, a second is a moment.</summary>
    public static (Term, int)? Counted(List<Term> terms, int at)
    {
        var tens = terms[at] is { Sense: Sense.Number, Number: >= 10 and <= 90 } number && number.Number % 10 == 0 && char.IsLetter(number.Text.FirstOrDefault()) && Measures.At(terms, at + 1) is { Sense: Sense.Ordinal, Number: >= 1 and <= 9 };
        var ordinal = tens ? Measures.At(terms, at + 1)! : terms[at];
        if (ordinal.Sense != Sense.Ordinal || ordinal.Number < 1)
        {
            return null;
        }

        var count = ordinal.Number + (tens ? terms[at].Number : 0);
        var length = tens ? 2 : 1;
        return Measures.At(terms, at + length) is { Sense: Sense.Unit, Number: 1000 or 60_000 } unit && count > 1
            ? (new Term(Sense.Moment, "", count * unit.Number), length + 1)
            : tens ? (ordinal with { Number = count }, length) : null;
    }

    /// <summary>"from the fortieth to the fifty-fifth second": the unit is said once.</summary>
    public static (Term, int)? CountedBefore(List<Term> terms, int at) => terms[at] is { Sense: Sense.Ordinal, Number: > 1 } ordinal
        && Measures.At(terms, at + 1)?.Sense == Sense.To && Measures.At(terms, at + 2) is { Sense: Sense.Moment } moment && moment.Number > ordinal.Number * 1000
        ? (new Term(Sense.Moment, "", ordinal.Number * 1000), 1)
        : null;

    /// <summary>"a minute and fifteen seconds"</summary>
    public static (Term, int)? Summed(List<Term> terms, int at)
    {
        var skip = Measures.At(terms, at + 1)?.Sense == Sense.And ? 1 : 0;
        return terms[at] is { Sense: Sense.Length, Number: >= 60_000 } minutes && minutes.Number % 60_000 == 0
            && Measures.At(terms, at + skip + 1) is { Sense: Sense.Length, Number: < 60_000 } seconds && Measures.At(terms, at + skip + 2)?.Sense != Sense.Each
            ? (minutes with { Number = minutes.Number + seconds.Number }, skip + 2)
            : null;
    }

    /// <summary>"un minuto y medio", 一分半</summary>
    public static (Term, int)? AndAHalf(List<Term> terms, int at)
    {
        if (terms[at] is not { Sense: Sense.Length, Number: >= 1000 } length)
        {
            return null;
        }

        var skip = Measures.At(terms, at + 1)?.Sense == Sense.And ? 1 : 0;
        var half = Measures.At(terms, at + 1 + skip);
        // Only a half that is a number: "cut 3 seconds and half of it" means another.
        return half is { Sense: Sense.Half, Number: 0.5 } ? (length with { Number = length.Number + ((length.Number % 60_000 == 0 ? 60_000 : 1000) / 2) }, skip + 2) : null;
    }
}
