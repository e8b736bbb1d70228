namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>What the director knows of one language: its words and a few habits of its writing.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<Row>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Row>> _byFirstStem = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Run>> _byFirstSign = [];
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _settings;
    private readonly Dictionary<char, char> _variants = [];
    private readonly string[] _endings;
    private readonly HashSet<char> _letters = [];
    private readonly bool _hasTones;
    private readonly int _shortestStem = int.MaxValue;
    private readonly int _longestStem;

    public Lexicon(string code, IReadOnlyList<Phrase> phrases, IReadOnlyDictionary<string, IReadOnlyList<string>> settings)
    {
        Code = code;
        Phrases = phrases;
        _settings = new Dictionary<string, IReadOnlyList<string>>(settings, StringComparer.Ordinal);
        Script = Setting("script") is [var script, ..] && Enum.TryParse<Script>(script, out var named) ? named : Script.Latin;
        _hasTones = Is("tones");
        _endings = [.. Setting("endings").OrderByDescending(ending => ending.Length)];
        foreach (var pair in Setting("variants").SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(pair => pair.Length == 2))
        {
            _variants[pair[0]] = pair[1];
        }

        foreach (var phrase in phrases)
        {
            _letters.UnionWith(phrase.Words);
            foreach (var alternative in phrase.Words.Split('|'))
            {
                if (IsRunning)
                {
                    AddRun(alternative, phrase);
                }
                else
                {
                    AddRow(alternative, phrase);
                }
            }
        }

        foreach (var rows in _byFirstWord.Values.Concat(_byFirstStem.Values))
        {
            rows.Sort((a, b) => b.Weight.CompareTo(a.Weight));
        }

        foreach (var runs in _byFirstSign.Values)
        {
            runs.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
        }

        foreach (var stem in _byFirstStem.Keys)
        {
            _shortestStem = Math.Min(_shortestStem, stem.Length);
            _longestStem = Math.Max(_longestStem, stem.Length);
        }
    }

    public string Code { get; }

    public IReadOnlyList<Phrase> Phrases { get; }

    public Script Script { get; }

    /// <summary>Written without spaces, or with particles at the words: words are found within a run of signs.</summary>
    public bool IsRunning => Script is Script.Han or Script.Kana or Script.Hangul;

    /// <summary>Whether the word is written with letters of this language.</summary>
    public bool Spells(string word) => word.All(sign => sign < '\u0080' || !char.IsLetter(sign) || _letters.Contains(sign));

    public bool Is(string flag) => _settings.ContainsKey(flag);

    public IReadOnlyList<string> Setting(string name) => _settings.GetValueOrDefault(name, []);

    /// <summary>The longest phrase that begins at this token.</summary>
    public (Phrase Phrase, int Length)? Find(IReadOnlyList<Token> tokens, int start)
    {
        if (tokens[start].Kind != TokenKind.Word)
        {
            return null;
        }

        var first = tokens[start].Folded;
        var isExact = _hasTones && tokens.Any(token => !System.Text.Ascii.IsValid(token.Text) && token.Kind == TokenKind.Word);
        Row? best = null;
        if (_byFirstWord.TryGetValue(first, out var rows))
        {
            best = BestOf(rows, tokens, start, isExact);
        }

        for (var length = Math.Min(first.Length, _longestStem); length >= _shortestStem; length--)
        {
            if (_byFirstStem.TryGetValue(first[..length], out var stems) && BestOf(stems, tokens, start, isExact) is { } stem && (best is null || stem.Weight > best.Weight))
            {
                best = stem;
            }
        }

        return best is null ? null : (best.Phrase, best.Words.Length);
    }

    /// <summary>The heaviest row; of those that only their accents tell apart, the one that is written so.</summary>
    private static Row? BestOf(List<Row> rows, IReadOnlyList<Token> tokens, int start, bool isExact)
    {
        Row? best = null;
        foreach (var row in rows)
        {
            if (best is not null && row.Weight < best.Weight)
            {
                break;
            }

            if (row.Fits(tokens, start))
            {
                var isWrittenSo = row.IsWrittenSo(tokens, start);
                if (isExact && !isWrittenSo)
                {
                    continue;
                }

                if (isWrittenSo)
                {
                    return row;
                }

                best ??= row;
            }
        }

        return best;
    }

    /// <summary>All phrases that may stand at a place of a run, with where each ends. Spaces count for nothing behind the start of a word.</summary>
    public IEnumerable<(Phrase Phrase, int End)> At(string run, int start)
    {
        if (!_byFirstSign.TryGetValue(Plain(run[start]), out var candidates))
        {
            yield break;
        }

        var crossesSpaces = start == 0 || run[start - 1] == ' ';
        foreach (var candidate in candidates)
        {
            if (EndOf(run, start, candidate.Text, crossesSpaces) is not { } end)
            {
                continue;
            }

            yield return (candidate.Phrase, end);
            if (candidate.IsStem)
            {
                foreach (var ending in _endings)
                {
                    if (EndOf(run, end, ending, crossesSpaces: false) is { } whole)
                    {
                        yield return (candidate.Phrase, whole);
                        break;
                    }
                }
            }
        }
    }

    public bool Knows(string word) => IsRunning
        ? At(word, 0).Any(row => row.End == word.Length)
        : _byFirstWord.ContainsKey(WordFolding.Folded(word));

    /// <summary>Whether the word stands anywhere in a phrase.</summary>
    public bool Holds(string word) => _words.Contains(word);

    private int? EndOf(string run, int start, string text, bool crossesSpaces)
    {
        var at = start;
        foreach (var sign in text)
        {
            if (crossesSpaces && at > start && at < run.Length && run[at] == ' ')
            {
                at++;
            }

            if (at >= run.Length || Plain(run[at]) != sign)
            {
                return null;
            }

            at++;
        }

        return at;
    }

    private char Plain(char sign) => _variants.GetValueOrDefault(sign, sign);

    private void AddRow(string alternative, Phrase phrase)
    {
        var row = new Row([.. alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new RowWord(WordFolding.Folded(word.TrimEnd('*')), word.EndsWith('*')))], alternative.TrimEnd('*'), phrase);
        var index = row.Words[0].IsStem ? _byFirstStem : _byFirstWord;
        if (!index.TryGetValue(row.Words[0].Text, out var rows))
        {
            index[row.Words[0].Text] = rows = [];
        }

        rows.Add(row);
        _words.UnionWith(alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private void AddRun(string alternative, Phrase phrase)
    {
        var text = string.Concat(alternative.Where(sign => sign is not (' ' or '*')).Select(Plain));
        if (!_byFirstSign.TryGetValue(text[0], out var runs))
        {
            _byFirstSign[text[0]] = runs = [];
        }

        runs.Add(new Run(text, alternative.EndsWith('*'), phrase));
    }

    private sealed record Run(string Text, bool IsStem, Phrase Phrase);

    private sealed record RowWord(string Text, bool IsStem)
    {
        public bool Fits(string word) => IsStem ? word.StartsWith(Text, StringComparison.Ordinal) : word == Text;
    }

    private sealed record Row(RowWord[] Words, string Written, Phrase Phrase)
    {
        // More words win, then more letters, then the word itself over its stem.
        public int Weight { get; } = (Words.Length * 1000) + (Words.Sum(word => word.Text.Length) * 2) + (Words.Any(word => word.IsStem) ? 0 : 1);

        public bool IsWrittenSo(IReadOnlyList<Token> tokens, int start) =>
            string.Join(' ', tokens.Skip(start).Take(Words.Length).Select(token => token.Lower)).StartsWith(Written, StringComparison.Ordinal);

        public bool Fits(IReadOnlyList<Token> tokens, int start)
        {
            if (start + Words.Length > tokens.Count)
            {
                return false;
            }

            for (var offset = 0; offset < Words.Length; offset++)
            {
                if (!Words[offset].Fits(tokens[start + offset].Folded))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
