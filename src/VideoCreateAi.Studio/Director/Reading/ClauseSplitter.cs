namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Cuts a message into sentences and those into clauses.</summary>
internal static class ClauseSplitter
{
    public static IReadOnlyList<Sentence> Sentences(IReadOnlyList<Term> read)
    {
        List<Term> terms = [.. read];
        var sentences = new List<Sentence>();
        var current = new List<Term>();
        for (var index = 0; index < terms.Count; index++)
        {
            var term = terms[index];
            var isListNumber = term.Sense == Sense.Number && current.Count == 0
                && index + 1 < terms.Count && terms[index + 1] is { Sense: Sense.Mark, Value: "." or ")" };
            if (isListNumber)
            {
                index++;
            }
            else if (term is { Sense: Sense.Mark, Value: "\n" } && ListsFiles(terms, index, current))
            {
                current.Add(term with { Sense = Sense.Then, Value = "" });
            }
            else if (term is { Sense: Sense.Mark, Value: "." or "!" or "?" or ";" or "\n" })
            {
                Close(term.Value == "?");
            }
            else
            {
                if (current.Count > 0 && EndsSentence(current[^1]) && term.Text.Length > 0 && char.IsUpper(term.Text[0]) && term.Sense != Sense.Media)
                {
                    Close(false);
                }

                current.Add(term);
            }
        }

        Close(false);
        return sentences;

        void Close(bool asks)
        {
            if (current.Count > 0)
            {
                sentences.Add(new Sentence(Clauses(current), Asks(current, asks)) { HasMark = asks });
                current = [];
            }
        }
    }

    /// <summary>A file a line, each with its length: a list, and no sentences.</summary>
    private static bool ListsFiles(List<Term> terms, int at, List<Term> current) => at + 1 < terms.Count && terms[at + 1].Sense == Sense.Media
        && current.Exists(term => term.Sense == Sense.Media) && current.TrueForAll(term => term.Sense is Sense.Media or Sense.Length or Sense.Number or Sense.Mark or Sense.Then or Sense.Word);

    /// <summary>'"We are open." Make it warm.': the full stop stands within the quotes.</summary>
    private static bool EndsSentence(Term term) => term is { Sense: Sense.Quote or Sense.Narration, Value: [.., '.' or '!' or '?' or '…'] };

    private static bool Asks(List<Term> terms, bool mark)
    {
        // A language may ask behind the verb; what it asks to be done is a wish all the same.
        if (terms.Exists(term => term is { Sense: Sense.Question, Value.Length: > 0 } or { Sense: Sense.Question, Number: 1 } && Scripts.IsRunning(term.Text.FirstOrDefault()))
            || (terms.Exists(term => term.Sense == Sense.Question && Scripts.IsRunning(term.Text.FirstOrDefault())) && !terms.Exists(term => term.Sense.IsAction())))
        {
            return true;
        }

        var first = terms.FirstOrDefault(term => term.Sense is not (Sense.Mark or Sense.Praise or Sense.And or Sense.But or Sense.Word));
        return first is { Sense: Sense.Question } && (mark || first.Text.ToLowerInvariant() is "what" or "how" or "why" or "what's");
    }

    private static List<Clause> Clauses(List<Term> terms)
    {
        var atoms = new List<List<Term>> { new() };
        for (var index = 0; index < terms.Count; index++)
        {
            var term = terms[index];
            var isSeparator = term is { Sense: Sense.Mark, Value: "," or "(" or ")" } or { Sense: Sense.And or Sense.Then or Sense.But or Sense.With or Sense.Without };
            // "replace the title with 'Ebb'": the word after it is what it is replaced with.
            var replaces = term.Sense == Sense.With && atoms[^1].Exists(earlier => earlier.Sense == Sense.Replace) && !atoms[^1].Exists(earlier => earlier.Sense == Sense.With);
            if (isSeparator && !replaces && Separators.BeginAClause(terms, index, atoms))
            {
                atoms.Add([]);
            }

            atoms[^1].Add(term);
        }

        var clauses = new List<Clause>();
        Sense? handedDown = null;
        foreach (var atom in atoms.Where(atom => atom.Any(term => term.Sense != Sense.Mark)))
        {
            var action = atom.FirstOrDefault(term => term.Sense.IsAction())?.Sense;
            var isBareList = action is null && !GoesOnInWords(atom) && atom[0].Sense is Sense.And or Sense.Mark && !atom.Any(term => IsValue(term) || term.Sense is Sense.Before or Sense.After or Sense.Between);
            clauses.Add(new Clause(atom) { Inherited = isBareList && handedDown == Sense.Remove ? handedDown : null });
            handedDown = action ?? (isBareList ? handedDown : null);
        }

        return OnlyThose.Joined(clauses);
    }

    /// <summary>"remove the group and let the dance take what is left": what is said of the next thing in words that nobody knows is no removal.</summary>
    private static bool GoesOnInWords(List<Term> atom) => atom.FindLastIndex(term => term.Sense is Sense.Media or Sense.ShotPlace) is >= 0 and var last
        && atom.FindIndex(last + 1, term => term.Sense == Sense.Word) is > 0 and var word && atom.Skip(word + 1).Any(term => term.Sense != Sense.Mark);

    private static bool IsValue(Term term) => term.Sense is Sense.Quote or Sense.Percent or Sense.Mood or Sense.MusicStyle or Sense.Length or Sense.Canvas
        or Sense.Head or Sense.Tail or Sense.Stretch or Sense.Not or Sense.TransitionKind;
}
