namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"intro: only 2 to 6 s, no sound": all that the sentence asks for is asked of the file before the colon.</summary>
internal static class Addressed
{
    public static Sentence Spread(Sentence sentence)
    {
        if (sentence.Clauses.Count == 0)
        {
            return sentence;
        }

        var terms = sentence.Clauses[0].Terms;
        var colon = Enumerable.Range(0, terms.Count).FirstOrDefault(at => terms[at] is { Sense: Sense.Mark, Value: ":" }, -1);
        if (colon < 1 || !terms.Take(colon).Any(IsShot) || !terms.Take(colon).All(term => IsShot(term) || term.Sense is Sense.And or Sense.Then or Sense.Mark or Sense.For or Sense.Word)
            || sentence.Clauses.Any(clause => clause.Terms.Skip(ReferenceEquals(clause, sentence.Clauses[0]) ? colon : 0).Any(term => IsShot(term) || term.Sense is Sense.Quote or Sense.Title or Sense.Music)))
        {
            return sentence;
        }

        var subjects = terms.Take(colon).Where(IsShot).ToList();
        var clauses = new List<Clause>();
        foreach (var clause in sentence.Clauses)
        {
            var said = clause.Terms.Skip(clauses.Count == 0 ? colon + 1 : 0).ToList();
            if (said is [{ Sense: Sense.But }, ..])
            {
                // Behind "but" a file would be an exception.
                said.RemoveAt(0);
            }

            var pronoun = said.FindIndex(term => term.Sense == Sense.It);
            if (pronoun >= 0)
            {
                said.RemoveAt(pronoun);
            }

            said.InsertRange(pronoun >= 0 ? pronoun : said.FindIndex(term => term.Sense is not (Sense.Mark or Sense.And or Sense.Then or Sense.But)) is >= 0 and var start ? start : 0, subjects);
            clauses.Add(new Clause(said) { Inherited = clause.Inherited });
        }

        return sentence with { Clauses = clauses };
    }

    private static bool IsShot(Term term) => term.Sense is Sense.Media or Sense.ShotPlace;
}
