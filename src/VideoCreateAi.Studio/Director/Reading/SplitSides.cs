namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"split screen please. duet goes left, solo right", "in a split: a above, b below": which file is on which side.</summary>
internal static class SplitSides
{
    public static IReadOnlyList<Sentence> Joined(IReadOnlyList<Sentence> sentences)
    {
        var result = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            var terms = sentence.Clauses.SelectMany(clause => clause.Terms).ToList();
            var before = result.LastOrDefault()?.Clauses.SelectMany(clause => clause.Terms).ToList();
            var isAnnounced = before?.Find(term => term.Sense == Sense.SplitScreen) is not null && !before.Exists(term => term.Sense == Sense.Media);
            var split = terms.Find(term => term.Sense is Sense.SplitScreen or Sense.Split) ?? (isAnnounced ? before!.Find(term => term.Sense == Sense.SplitScreen) : null);
            if (split is null || terms.Exists(term => term.Sense is Sense.Quote or Sense.Moment or Sense.Length) || Sides(terms) is not { } sides)
            {
                result.Add(sentence);
                continue;
            }

            if (isAnnounced)
            {
                result.RemoveAt(result.Count - 1);
            }

            result.Add(sentence with { Clauses = [new Clause([split with { Sense = Sense.SplitScreen }, .. sides])] });
        }

        return result;
    }

    private static List<Term>? Sides(List<Term> terms)
    {
        var files = Enumerable.Range(0, terms.Count).Where(at => terms[at].Sense == Sense.Media).ToList();
        if (files is not [var one, var other] || terms[one].Value == terms[other].Value)
        {
            return null;
        }

        var first = terms.Skip(one + 1).Take(Math.Min(3, other - one - 1)).Select(Side).FirstOrDefault(side => side is not null);
        var second = terms.Skip(other + 1).Take(3).Select(Side).FirstOrDefault(side => side is not null);
        var opposite = first switch { "left" => "right", "right" => "left", "top" => "bottom", "bottom" => "top", _ => null };
        return opposite is null || second != opposite ? null
            : [terms[one], new Term(Sense.Position, first!, At: terms[one].At, End: terms[one].End), terms[other], new Term(Sense.Position, second, At: terms[other].At, End: terms[other].End)];
    }

    private static string? Side(Term term) => term switch
    {
        { Sense: Sense.Position, Value: "left" or "right" or "top" or "bottom" } => term.Value,
        { Sense: Sense.Put, Text: "goes right" or "go right" } => "right",
        { Sense: Sense.Over } => "top",
        { Text: "below" or "underneath" or "beneath" } => "bottom",
        _ => null,
    };
}
