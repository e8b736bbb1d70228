using System.Collections.Frozen;

namespace VideoCreateAi.Mcp.Sessions;

/// <summary>Tells languages in Latin letters apart by their small words and by letters that others have not. The data are in LatinLanguages.tsv.</summary>
internal sealed class LatinLanguages
{
    // A letter tells less than a word: names and loans carry letters from language to language.
    private const int WordWeight = 2;
    private const int LetterWeight = 1;

    private static readonly Lazy<LatinLanguages> s_shared = new(Load);

    private readonly List<string> _names = [];
    private readonly FrozenDictionary<string, int[]> _words;
    private readonly FrozenDictionary<char, int[]> _letters;

    private LatinLanguages(TextReader rows)
    {
        var words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var letters = new Dictionary<char, List<int>>();
        while (rows.ReadLine() is { } row)
        {
            if (row.StartsWith('#'))
            {
                continue;
            }

            var cells = row.Split('\t');
            foreach (var word in cells[1].Split('|'))
            {
                Add(words, word, _names.Count);
            }

            foreach (var letter in cells[2])
            {
                Add(letters, letter, _names.Count);
            }

            _names.Add(cells[0]);
        }

        _words = words.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _letters = letters.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToArray());
    }

    /// <summary>The language that most of the message speaks for; the first of the table where it speaks for none or for several alike.</summary>
    public static string Of(ReadOnlySpan<char> message) => s_shared.Value.Best(message);

    private string Best(ReadOnlySpan<char> message)
    {
        Span<int> votes = stackalloc int[_names.Count];
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> low = stackalloc char[16];
        for (var at = 0; at < message.Length;)
        {
            var length = WordLength(message[at..]);
            if (length is > 0 and <= 16)
            {
                message.Slice(at, length).ToLowerInvariant(low);
                Vote(votes, words.TryGetValue(low[..length], out var speakers) ? speakers : [], WordWeight);
                foreach (var letter in low[..length])
                {
                    Vote(votes, _letters.TryGetValue(letter, out var owners) ? owners : [], LetterWeight);
                }
            }
            else if (length == 0)
            {
                Vote(votes, _letters.TryGetValue(message[at], out var owners) ? owners : [], LetterWeight);
            }

            at += Math.Max(length, 1);
        }

        var best = 0;
        for (var language = 1; language < votes.Length; language++)
        {
            best = votes[language] > votes[best] ? language : best;
        }

        return _names[best];
    }

    private static void Vote(Span<int> votes, int[] languages, int weight)
    {
        foreach (var language in languages)
        {
            votes[language] += weight;
        }
    }

    private static int WordLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetter(text[length]) || (length > 0 && text[length] is '\'' or '’' && length + 1 < text.Length && char.IsLetter(text[length + 1]))))
        {
            length++;
        }

        return length;
    }

    private static void Add<TKey>(Dictionary<TKey, List<int>> table, TKey key, int language)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var languages))
        {
            table[key] = languages = [];
        }

        languages.Add(language);
    }

    private static LatinLanguages Load()
    {
        using var rows = new StreamReader(typeof(LatinLanguages).Assembly.GetManifestResourceStream("Sessions.LatinLanguages.tsv")!);
        return new LatinLanguages(rows);
    }
}
