using System.Reflection;

namespace VideoCreateAi.Mcp.Routing;

/// <summary>The phrases of every language in one trie. The data are the files of the Lexicons folder.</summary>
internal sealed class Lexicon
{
    public const byte English = 0;
    private static readonly Lazy<Lexicon> s_shared = new(() => Load("Routing.Lexicons.", static name => (ulong)Enum.Parse<Cue>(name)));

    private readonly Dictionary<ulong, int> _edges = [];
    private readonly List<int> _phrasesOf = [-1];
    private readonly List<Phrase> _phrases = [];
    private readonly List<string> _languages = [];
    private readonly List<bool> _verbLast = [];
    private readonly List<List<string>> _misspelt = [];

    public static Lexicon Shared => s_shared.Value;

    public IReadOnlyList<string> Languages => _languages;

    public Phrase this[int phrase] => _phrases[phrase];

    /// <param name="prefix">Of the embedded files; what follows is the language and .tsv.</param>
    /// <param name="cueOf">The bits that a cue's name stands for.</param>
    public static Lexicon Load(string prefix, Func<string, ulong> cueOf)
    {
        var lexicon = new Lexicon();
        var assembly = typeof(Lexicon).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(name => name != prefix + "en.tsv")
            .ThenBy(name => name, StringComparer.Ordinal);
        foreach (var name in names)
        {
            lexicon.Read(assembly, name, name[prefix.Length..^".tsv".Length], cueOf);
        }

        return lexicon;
    }

    public int Step(int node, char c) => _edges.TryGetValue(((ulong)node << 16) | c, out var next) ? next : -1;

    /// <summary>The first phrase that ends at this node, or -1; more through <see cref="Phrase.Next"/>.</summary>
    public int PhraseAt(int node) => _phrasesOf[node];

    public bool VerbLast(byte language) => _verbLast[language];

    /// <summary>A word of the lexicon that this one is with one letter lost, doubled or two swapped; null when there is none.</summary>
    public Phrase? Respell(ReadOnlySpan<char> word, byte language)
    {
        foreach (var candidate in _misspelt[language])
        {
            if (word[0] == candidate[0] && Spelling.IsSlip(word, candidate))
            {
                var node = 0;
                foreach (var c in candidate)
                {
                    node = Step(node, c);
                }

                for (var at = PhraseAt(node); at >= 0; at = _phrases[at].Next)
                {
                    if (_phrases[at].Language == language)
                    {
                        return _phrases[at];
                    }
                }
            }
        }

        return null;
    }

    private void Read(Assembly assembly, string name, string languageName, Func<string, ulong> cueOf)
    {
        var language = (byte)_languages.Count;
        _languages.Add(languageName);
        _verbLast.Add(false);
        _misspelt.Add([]);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line == "@verb-last")
            {
                _verbLast[language] = true;
                continue;
            }

            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var misspelt = line.StartsWith("@respell\t", StringComparison.Ordinal);
            var cue = misspelt ? 0 : CueOf(line[..tab], cueOf);
            foreach (var phrase in line[(tab + 1)..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (misspelt)
                {
                    _misspelt[language].Add(phrase);
                }
                else
                {
                    Add(phrase, cue, language);
                }
            }
        }
    }

    private static ulong CueOf(string names, Func<string, ulong> cueOf)
    {
        var cue = 0UL;
        foreach (var name in names.Split('+'))
        {
            cue |= cueOf(name);
        }

        return cue;
    }

    private void Add(string text, ulong cue, byte language)
    {
        var stem = text.EndsWith('*');
        var node = 0;
        foreach (var c in stem ? text[..^1] : text)
        {
            if (Letters.IsMark(c))
            {
                continue;
            }

            var key = ((ulong)node << 16) | Letters.Fold(c);
            if (!_edges.TryGetValue(key, out var next))
            {
                next = _phrasesOf.Count;
                _phrasesOf.Add(-1);
                _edges.Add(key, next);
            }

            node = next;
        }

        for (var at = _phrasesOf[node]; at >= 0; at = _phrases[at].Next)
        {
            if (_phrases[at].Language == language && _phrases[at].IsStem == stem)
            {
                _phrases[at] = _phrases[at] with { Cue = _phrases[at].Cue | cue };
                return;
            }
        }

        _phrases.Add(new Phrase(cue, language, stem, _phrasesOf[node]));
        _phrasesOf[node] = _phrases.Count - 1;
    }

    /// <param name="Cue">What it tells.</param>
    /// <param name="Language">Index into <see cref="Languages"/>.</param>
    /// <param name="IsStem">The word may go on after it.</param>
    /// <param name="Next">The next phrase with the same letters, -1 = none.</param>
    internal readonly record struct Phrase(ulong Cue, byte Language, bool IsStem, int Next);
}
