namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A part of a message from mark to mark, before there are clauses.</summary>
internal static class Parts
{
    public static bool Has(List<Term> terms, int at, params ReadOnlySpan<Sense> senses)
    {
        for (var index = at; index >= 0 && (index == at || !Ends(terms[index])); index--)
        {
            if (senses.Contains(terms[index].Sense))
            {
                return true;
            }
        }

        for (var index = at + 1; index < terms.Count && !Ends(terms[index]); index++)
        {
            if (senses.Contains(terms[index].Sense))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(Term term) => term.Sense is Sense.Mark or Sense.Then or Sense.But;
}
