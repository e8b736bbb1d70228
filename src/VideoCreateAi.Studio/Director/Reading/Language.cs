namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>The words that one message is read with: its own language, and the others that may stand inside of it.</summary>
internal sealed class Language
{
    private readonly string[] _oftenMistyped;

    /// <param name="lexicons">The language of the message first.</param>
    public Language(IReadOnlyList<Lexicon> lexicons)
    {
        Lexicons = lexicons;
        // A word of another language may look like a slip in an English one.
        _oftenMistyped = lexicons.Any(lexicon => lexicon is { Script: Script.Latin, Code: not "en" }) ? [] : EnglishWords.OftenMistyped;
        Forms = [.. lexicons.Where(lexicon => lexicon.Code != "en").Select(ContentForms.Of)];
    }

    public IReadOnlyList<Lexicon> Lexicons { get; }

    public Lexicon Main => Lexicons[0];

    /// <summary>How titles, narration and scripts are announced in the languages beside English.</summary>
    public IReadOnlyList<ContentForms> Forms { get; }

    /// <summary>The longest phrase that begins at this token; of two as long, the one of the language of the message.</summary>
    public (Phrase Phrase, int Length)? Find(IReadOnlyList<Token> tokens, int start)
    {
        if (tokens[start].Known is { } known)
        {
            return (known, 1);
        }

        (Phrase Phrase, int Length)? best = null;
        foreach (var lexicon in Lexicons)
        {
            if (!lexicon.IsRunning && lexicon.Find(tokens, start) is { } found && (best is null || found.Length > best.Value.Length))
            {
                best = found;
            }
        }

        return best;
    }

    /// <summary>The common word that was meant by this one, or null where it may mean something else.</summary>
    public string? Corrected(string word)
    {
        const int ShortestWord = 4;
        return word.Length < ShortestWord || Lexicons.Any(lexicon => lexicon.Holds(word))
            ? null
            : _oftenMistyped.FirstOrDefault(common => common[0] == word[0] && Spelling.Distance(word, common) <= (common.Length >= 8 ? 2 : 1));
    }

    public bool Knows(string word) => Lexicons.Any(lexicon => (!lexicon.IsRunning || Scripts.IsRunning(word[0])) && lexicon.Knows(word));

    public bool Is(string flag) => Lexicons.Any(lexicon => lexicon.Is(flag));
}
