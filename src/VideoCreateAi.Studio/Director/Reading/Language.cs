namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>All that the director must know of a language: words and the patterns of spoken-out titles. No grammar beyond that.</summary>
internal sealed class Language
{
    private readonly Dictionary<string, List<(string[] Words, Phrase Phrase)>> _byFirstWord = new(StringComparer.Ordinal);

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly string[] _oftenMistyped;

    /// <param name="oftenMistyped">Words so common that a slip of the pen in them is still read.</param>
    public Language(IEnumerable<Phrase> phrases, IEnumerable<string> oftenMistyped)
    {
        _oftenMistyped = [.. oftenMistyped];
        foreach (var phrase in phrases)
        {
            foreach (var alternative in phrase.Words.Split('|'))
            {
                var words = alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (!_byFirstWord.TryGetValue(words[0], out var list))
                {
                    _byFirstWord[words[0]] = list = [];
                }

                list.Add((words, phrase));
                _words.UnionWith(words);
            }
        }

        foreach (var list in _byFirstWord.Values)
        {
            list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        }
    }

    /// <summary>The longest phrase that begins at this token.</summary>
    public (Phrase Phrase, int Length)? Find(IReadOnlyList<Token> tokens, int start)
    {
        if (tokens[start].Kind != TokenKind.Word || !_byFirstWord.TryGetValue(tokens[start].Lower, out var candidates))
        {
            return null;
        }

        foreach (var (words, phrase) in candidates)
        {
            var fits = start + words.Length <= tokens.Count;
            for (var offset = 1; fits && offset < words.Length; offset++)
            {
                fits = tokens[start + offset].Lower == words[offset];
            }

            if (fits)
            {
                return (phrase, words.Length);
            }
        }

        return null;
    }

    /// <summary>The common word that was meant by this one, or null where it may mean something else.</summary>
    public string? Corrected(string word)
    {
        const int ShortestWord = 4;
        return word.Length < ShortestWord || _words.Contains(word)
            ? null
            : _oftenMistyped.FirstOrDefault(common => common[0] == word[0] && Spelling.Distance(word, common) <= (common.Length >= 8 ? 2 : 1));
    }

    public bool Knows(string word) => _byFirstWord.ContainsKey(word);
}
