using System.Buffers;
using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Language;

/// <summary>The words of a text as features: alone, with their neighbours, and by their parts. Numbers, file names and quotes are but their kind.</summary>
internal static class TextFeatures
{
    private const int LongestGram = 4;
    private const int Stem = 4;
    private const int LongestStem = 7;

    private const uint First = 0xF1;
    private const uint Quoted = 0xF2;
    private const uint Pair = 0xF3;
    private const uint Triple = 0xF4;
    private const uint Skip = 0xF5;
    private const uint Start = 0xF6;
    private const uint End = 0xF7;
    private const uint Inner = 0xF8;

    private static readonly uint s_edge = FeatureHash.Of("^");
    private static readonly uint s_number = FeatureHash.Of("0");
    private static readonly uint s_file = FeatureHash.Of("file.x");
    private static readonly uint s_quote = FeatureHash.Of("\"");

    /// <param name="text">As it is read, positions as in the tokens.</param>
    /// <param name="asides">Quotes, in the order of the text; their words count apart from the others.</param>
    /// <param name="features">Where they go.</param>
    public static void Add(ReadOnlySpan<char> text, scoped ReadOnlySpan<Range> asides, ref FeatureBuffer features)
    {
        var words = ArrayPool<uint>.Shared.Rent(text.Length + 3);
        var folded = ArrayPool<char>.Shared.Rent(text.Length + 1);
        try
        {
            for (var i = 0; i < text.Length; i++)
            {
                folded[i] = Letters.Fold(text[i]);
            }

            AddWords(folded.AsSpan(0, text.Length), asides, words, ref features);
        }
        finally
        {
            ArrayPool<uint>.Shared.Return(words);
            ArrayPool<char>.Shared.Return(folded);
        }
    }

    private static void AddWords(ReadOnlySpan<char> text, scoped ReadOnlySpan<Range> asides, uint[] words, ref FeatureBuffer features)
    {
        var count = 0;
        words[count++] = s_edge;
        var aside = 0;
        for (var at = 0; at < text.Length;)
        {
            if (aside < asides.Length && asides[aside].Start.Value <= at)
            {
                var (start, end) = (Math.Max(at, asides[aside].Start.Value), Math.Min(text.Length, asides[aside].End.Value));
                aside++;
                if (end > start)
                {
                    AddQuote(text[start..end], ref features);
                    words[count++] = s_quote;
                    at = end;
                }

                continue;
            }

            var c = text[at];
            if (Letters.IsUnspaced(c) && Letters.IsWord(c))
            {
                at = AddRun(text, at, words, ref count, ref features);
            }
            else if (Letters.IsWord(c))
            {
                var end = WordEnd(text, at);
                words[count++] = AddWord(text[at..end], 0, ref features);
                at = end;
            }
            else
            {
                if (c > ' ' && c is not ('*' or '-' or '#' or '\'' or '"'))
                {
                    words[count] = FeatureHash.Of(text.Slice(at, 1));
                    features.Add(words[count++]);
                }

                at++;
            }
        }

        words[count++] = s_edge;
        AddNeighbours(words.AsSpan(0, count), ref features);
    }

    private static void AddNeighbours(ReadOnlySpan<uint> words, ref FeatureBuffer features)
    {
        if (words.Length > 2)
        {
            features.Add(FeatureHash.Mix(First, words[1]));
        }

        for (var i = 0; i + 1 < words.Length; i++)
        {
            var pair = FeatureHash.Mix(words[i], words[i + 1]);
            features.Add(FeatureHash.Mix(Pair, pair));
            if (i + 2 < words.Length)
            {
                features.Add(FeatureHash.Mix(Triple, FeatureHash.Mix(pair, words[i + 2])));
                features.Add(FeatureHash.Mix(Skip, FeatureHash.Mix(words[i], words[i + 2])));
            }
        }
    }

    // Of a script without spaces, every one to four characters.
    private static int AddRun(ReadOnlySpan<char> text, int start, uint[] words, ref int count, ref FeatureBuffer features)
    {
        var end = start;
        while (end < text.Length && Letters.IsUnspaced(text[end]) && Letters.IsWord(text[end]))
        {
            end++;
        }

        for (var at = start; at < end; at++)
        {
            for (var length = 1; length <= LongestGram && at + length <= end; length++)
            {
                features.Add(FeatureHash.Of(text.Slice(at, length)));
            }
        }

        for (var at = start; at < end; at++)
        {
            words[count++] = FeatureHash.Of(text.Slice(at, 1));
        }

        return end;
    }

    private static uint AddWord(ReadOnlySpan<char> word, uint salt, ref FeatureBuffer features)
    {
        if (IsNumber(word))
        {
            features.Add(s_number);
            return s_number;
        }

        if (IsFile(word))
        {
            features.Add(s_file);
            return s_file;
        }

        var hash = FeatureHash.Of(word);
        hash = salt == 0 ? hash : FeatureHash.Mix(salt, hash);
        features.Add(hash);
        for (var length = Stem; length < Math.Min(word.Length, LongestStem); length++)
        {
            features.Add(FeatureHash.Mix(Start + salt, FeatureHash.Of(word[..length])));
        }

        if (word.Length > Stem)
        {
            features.Add(FeatureHash.Mix(End + salt, FeatureHash.Of(word[^3..])));
        }

        for (var at = 1; at + Stem <= word.Length && word.Length > LongestStem; at++)
        {
            features.Add(FeatureHash.Mix(Inner + salt, FeatureHash.Of(word.Slice(at, Stem))));
        }

        return hash;
    }

    // A name in quotes tells what a control does, and a title nothing: its words are a kind of their own.
    private static void AddQuote(ReadOnlySpan<char> quote, ref FeatureBuffer features)
    {
        features.Add(s_quote);
        for (var at = 0; at < quote.Length;)
        {
            if (!Letters.IsWord(quote[at]))
            {
                at++;
            }
            else if (Letters.IsUnspaced(quote[at]))
            {
                for (var length = 1; length <= 2 && at + length <= quote.Length; length++)
                {
                    features.Add(FeatureHash.Mix(Quoted, FeatureHash.Of(quote.Slice(at, length))));
                }

                at++;
            }
            else
            {
                var end = WordEnd(quote, at);
                AddWord(quote[at..end], Quoted, ref features);
                at = end;
            }
        }
    }

    // With the points and strokes of file names and the apostrophe of "don't".
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && !Letters.IsUnspaced(text[at])
            && (Letters.IsWord(text[at]) || (text[at] is '.' or '_' or '\'' or '-' && at + 1 < text.Length && Letters.IsWord(text[at + 1]) && !Letters.IsUnspaced(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]) && (char.IsAsciiDigit(word[^1]) || word.Length <= 4);

    private static bool IsFile(ReadOnlySpan<char> word)
    {
        var dot = word.LastIndexOf('.');
        return dot > 0 && word.Length - dot is >= 3 and <= 5 && char.IsAsciiLetter(word[dot + 1]);
    }
}
