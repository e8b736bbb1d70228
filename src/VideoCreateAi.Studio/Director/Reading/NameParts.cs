using System.Text.RegularExpressions;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>Files called by a part of their name: "the leak" is kitchen_leak.mp4, "2043" IMG_2043.mov, "every rehearsal" all that have it
/// in their names. A word that the language knows is never taken for a name.</summary>
internal sealed partial class NameParts
{
    private const int ShortestWord = 3;
    private const int ShortestStem = 4;
    private const int LongestEnding = 3;
    private const int ShortestNumber = 3;
    private const int ShortestPhrased = 5;
    private const int ShortestCompound = 6;

    private readonly Dictionary<string, List<Asset>> _owners = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Asset> _assets;
    private readonly Language _language;

    public NameParts(IReadOnlyList<Asset> assets, Language language)
    {
        _assets = assets;
        _language = language;
        foreach (var asset in assets)
        {
            var stem = Path.GetFileNameWithoutExtension(asset.Name);
            foreach (var part in Parts(stem).Append(Plain(stem)).Where(part => part.Length > 0).Distinct())
            {
                if (!_owners.TryGetValue(part, out var owners))
                {
                    _owners[part] = owners = [];
                }

                owners.Add(asset);
            }
        }
    }

    /// <summary>The assets that a word of a spaced language names; empty where it is no name.</summary>
    public IReadOnlyList<Asset> NamedBy(string word, bool saysSeveral)
    {
        var plain = Plain(word);
        if (plain.Length == 0 || (plain.All(char.IsAsciiDigit) ? plain.Length < ShortestNumber : !MayBeName(word, plain)))
        {
            return [];
        }

        var exact = _owners.GetValueOrDefault(plain) ?? (plain.All(char.IsAsciiDigit) ? null : Inflected(plain) ?? Within(plain));
        // "the phase name" of prophase.png and anaphase.png is no list of them.
        var isPlural = _language.Main.Code != "en" || _owners.ContainsKey(plain) || plain[^1] == 's' || !char.IsAsciiLetter(plain[^1]);
        return exact is null ? [] : exact.Count == 1 ? exact : saysSeveral && isPlural && exact.Count < _assets.Count ? exact : [];
    }

    /// <summary>The only file that has this word in its name, whatever else the word means.</summary>
    public Asset? Only(string word)
    {
        var plain = Plain(word);
        return plain.Length >= ShortestWord && !plain.All(char.IsAsciiDigit) && _owners.GetValueOrDefault(plain) is [var only]
            && _language.Find([new Token(TokenKind.Word, word)], 0)?.Phrase.Sense is null or not (Sense.Still or Sense.Clip or Sense.Video or Sense.Shot or Sense.Slideshow or Sense.Each or Sense.All or Sense.Other or Sense.Both
                or Sense.Last or Sense.Ordinal or Sense.Next or Sense.Number or Sense.And or Sense.Then or Sense.It or Sense.Filler or Sense.Unit)
            ? only
            : null;
    }

    /// <summary>卧室 of 主卧.jpg: an unknown word that shares a sign with one file's name alone.</summary>
    public Asset? Sharing(string word) => _language.Knows(word) ? null
        : _assets.Where(asset => Path.GetFileNameWithoutExtension(asset.Name).Any(sign => Scripts.IsRunning(sign) && word.Contains(sign, StringComparison.Ordinal))).Take(2).ToList() is [var only] ? only : null;

    public bool IsOf(string word, string assetId) => _owners.GetValueOrDefault(Plain(word))?.Exists(asset => asset.Id == assetId) == true;

    /// <summary>"the living room", "push ups": names that their owner writes in one word.</summary>
    public IEnumerable<(Asset Asset, Regex Pattern)> Spaced() => _owners
        .Where(row => row.Value.Count == 1 && row.Key.Length >= ShortestCompound && row.Key.All(char.IsLetter) && !row.Key.Any(Scripts.IsRunning))
        .Select(row => (row.Value[0], new Regex(
            $@"(?<![\p{{L}}\p{{N}}_])(?:{string.Join('|', Enumerable.Range(2, row.Key.Length - 3).Select(at => $@"{row.Key[..at]}[ \-]{row.Key[at..]}"))})(?![\p{{L}}\p{{N}}_])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    /// <summary>"both before pictures": the files that have the word in their names, where others have not.</summary>
    public IReadOnlyList<Asset> Having(string word) => _owners.GetValueOrDefault(Plain(word)) is { Count: > 1 } owners && owners.Count < _assets.Count ? owners : [];

    /// <summary>"the jump clip" of longjump.mp4: the only file of that kind that is called so.</summary>
    public Asset? OfKind(string word, string kind)
    {
        var plain = Plain(word);
        var sense = _language.Find([new Token(TokenKind.Word, word)], 0)?.Phrase.Sense;
        if (plain.Length < ShortestWord || (sense is not (null or Sense.TransitionKind or Sense.MusicStyle or Sense.Mood or Sense.Motion or Sense.Effect or Sense.Music or Sense.Word) && Only(word) is null))
        {
            return null;
        }

        AssetKind[] kinds = kind.ToLowerInvariant() switch
        {
            "clip" or "video" or "footage" => [AssetKind.Video],
            "song" or "track" => [AssetKind.Audio],
            "shot" or "one" => [AssetKind.Image, AssetKind.Video],
            _ => [AssetKind.Image],
        };
        var owners = (_owners.GetValueOrDefault(plain) ?? Inflected(plain) ?? Within(plain))?.Where(asset => kinds.Contains(asset.Kind)).ToList();
        return owners is [var only] ? only : null;
    }

    /// <summary>Names of several parts, each of which may have another ending: "das alte Intro" is alt_intro.mp4.</summary>
    public IEnumerable<(Asset Asset, Regex Pattern)> InParts() => _assets
        .Select(asset => (Asset: asset, Parts: Pieces().Matches(Path.GetFileNameWithoutExtension(asset.Name)).Select(match => match.Value).ToList()))
        .Where(row => row.Parts.Count is 2 or 3 && row.Parts.All(part => part.Length >= ShortestWord && char.IsLetter(part[0]) && !Scripts.IsRunning(part[0])))
        .Select(row => (row.Asset, new Regex(
            $@"(?<![\p{{L}}\p{{N}}_]){string.Join(@"[\s_\-]+", row.Parts.Select(part => Regex.Escape(part) + @"\p{L}{0,2}"))}(?![\p{{L}}\p{{N}}_])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))));

    /// <summary>"each card" where all files are called card_1, card_2: what they all are.</summary>
    public bool IsKind(string word)
    {
        var plain = Plain(word);
        return plain.Length >= ShortestWord && _assets.Count > 1 && (IsOfAll(plain) || (plain[^1] == 's' && IsOfAll(plain[..^1])));
    }

    /// <summary>"the dives" where all files are called dive1, dive2.</summary>
    public bool IsSeveral(string word)
    {
        var plain = Plain(word);
        return plain.Length > ShortestWord && plain[^1] == 's' && _assets.Count > 1 && MayBeName(word, plain) && !_owners.ContainsKey(plain) && IsOfAll(plain[..^1]);
    }

    private bool IsOfAll(string part) => char.IsLetter(part[0]) && _owners.GetValueOrDefault(part)?.Count == _assets.Count;

    /// <summary>Parts of names as they stand in a run of signs that no space parts, the longest first.</summary>
    public IEnumerable<(string Text, IReadOnlyList<Asset> Assets)> InRuns()
    {
        var found = new Dictionary<string, List<Asset>>(StringComparer.Ordinal);
        foreach (var asset in _assets)
        {
            foreach (var text in Pieces().Matches(Path.GetFileNameWithoutExtension(asset.Name)).Where(match => Scripts.IsRunning(match.Value[0])).SelectMany(match => Substrings(match.Value)).Distinct())
            {
                if (!found.TryGetValue(text, out var owners))
                {
                    found[text] = owners = [];
                }

                owners.Add(asset);
            }
        }

        return found.Where(row => row.Value.Count < _assets.Count && !_language.Knows(row.Key)).OrderByDescending(row => row.Key.Length).ThenBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => (row.Key, (IReadOnlyList<Asset>)row.Value));
    }

    private static IEnumerable<string> Substrings(string text)
    {
        // Syllables of Korean make longer words than signs do, so a part of a word is none.
        if (Scripts.Of(text[0]) == Script.Hangul)
        {
            yield return text;
            yield break;
        }

        for (var length = text.Length; length >= 2; length--)
        {
            for (var at = 0; at + length <= text.Length; at++)
            {
                yield return text.Substring(at, length);
            }
        }
    }

    private static IEnumerable<string> Parts(string stem) => Pieces().Matches(stem).Select(match => Plain(match.Value));

    private static string Plain(string text) => WordFolding.Folded(string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant());

    private bool MayBeName(string word, string plain)
    {
        var isLetter = plain.Length == 1 && char.IsAsciiLetter(plain[0]);
        if (isLetter)
        {
            return !"aikmnpstx".Contains(plain[0], StringComparison.Ordinal) || (char.IsUpper(word[0]) && _language.Main.IsRunning);
        }

        var token = new Token(TokenKind.Word, word);
        // What stands only inside of longer phrases of the lists, as "speech" does, may still be a name.
        return plain.Length >= ShortestWord && (plain.Length >= ShortestPhrased || !_language.Knows(token.Lower)) && _language.Find([token], 0) is null;
    }

    /// <summary>The same word with another ending: "leaks", "serniku", "klibinin".</summary>
    private List<Asset>? Inflected(string word)
    {
        var mayChange = _language.Main.Code != "en";
        var best = _owners.Keys.Where(part => part.Length >= (word.Length > part.Length && word[part.Length..] is "s" or "es" ? ShortestWord : ShortestStem) && char.IsLetter(part[0]) && word.Length - part.Length <= LongestEnding + (mayChange ? 2 : 0)
                && (word.StartsWith(part, StringComparison.Ordinal) ? mayChange || IsEnglishEnding(part, word[part.Length..])
                    : part.StartsWith(word, StringComparison.Ordinal) ? !mayChange && (part[word.Length..] is "s" or "es" || (word.Length >= ShortestStem && IsEnglishEnding(word, part[word.Length..])))
                    : !mayChange && word.EndsWith("ves", StringComparison.Ordinal) && part[^1] is 'f' or 'e' && word[..^3] == part.TrimEnd('e').TrimEnd('f') ? true
                    : !mayChange && word.EndsWith("ies", StringComparison.Ordinal) ? part == word[..^3] + "y"
                    : mayChange && (Shared(word, part) >= Math.Max(ShortestStem, part.Length - 2) || (Shared(word, part) >= ShortestWord && Skeleton(word) == Skeleton(part)))))
            .OrderByDescending(part => Shared(word, part)).ThenBy(part => part.Length).FirstOrDefault();
        return best is null ? ByArticle(word) : _owners[best];
    }

    /// <summary>"the blurry one" of llama_blur.jpg, "the dancers" of dance.mp4.</summary>
    private static bool IsEnglishEnding(string part, string ending) => ending is "s" or "es" or "y" or "ed" or "ing" or "er" or "ers" or "ish" or "en"
        || (ending.Length > 1 && ending[0] == part[^1] && ending[1..] is "y" or "ed" or "ing" or "er" or "ers")
        || (part[^1] == 'e' && ending is "d" or "r" or "rs");

    /// <summary>Arabic writes its article and small words at the front.</summary>
    private List<Asset>? ByArticle(string word) => _language.Main.Script != Script.Arabic ? null
        : _owners.Where(row => row.Key.Length >= ShortestWord && word.EndsWith(row.Key, StringComparison.Ordinal) && word.Length - row.Key.Length <= LongestEnding).Select(row => row.Value).FirstOrDefault();

    /// <summary>One half of a compound: "the bridge" of drawbridge.mp4.</summary>
    private List<Asset>? Within(string word)
    {
        if (word.Length < ShortestStem)
        {
            return null;
        }

        var singular = word[^1] == 's' ? word[..^1] : word;
        var rows = _owners.Where(row => row.Key.Length > singular.Length && (row.Key.EndsWith(singular, StringComparison.Ordinal) || row.Key.StartsWith(word, StringComparison.Ordinal)))
            .SelectMany(row => row.Value).Distinct().ToList();
        return rows.Count == 0 ? null : [.. _assets.Where(rows.Contains)];
    }

    /// <summary>Slavic words lose and win vowels: "kotka" of kotek.jpg.</summary>
    private static string Skeleton(string word) => string.Concat(word.Where(sign => !"aeiouyаеиоуыьэюя".Contains(sign, StringComparison.Ordinal)));

    private static int Shared(string one, string other)
    {
        var length = 0;
        while (length < one.Length && length < other.Length && one[length] == other[length])
        {
            length++;
        }

        return length;
    }

    // Names are joined by signs, by capitals and by numbers: kitchen_leak, KitchenLeak, leak2.
    [GeneratedRegex(@"[0-9]+|[" + Scripts.Running + @"]+|\p{Lu}?[\p{Ll}\p{Lo}\p{M}-[" + Scripts.Running + @"]]+|\p{Lu}+(?!\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
