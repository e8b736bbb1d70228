namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"give me the last 30" where there are three shots: seconds, with the word left out.</summary>
internal static class BareSeconds
{
    private const int LeastSaid = 5;

    public static List<Term> Read(IReadOnlyList<Term> terms, int shots) => [.. terms.Select((term, at) =>
        term is { Sense: Sense.ShotPlace, Value: "", Number: 1 or -1, Second: >= LeastSaid } && term.Second > shots && term.Text.ToLowerInvariant() is "first" or "last" && !(at + 1 < terms.Count && Measures.IsNoun(terms[at + 1]))
            ? term with { Sense = term.Number < 0 ? Sense.Tail : Sense.Head, Number = term.Second * 1000, Second = 0 }
            : term)];
}
