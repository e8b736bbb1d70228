using System.Runtime.InteropServices;
using VideoCreateAi.Mcp.Language;

namespace VideoCreateAi.Mcp.Routing.Model;

/// <summary>What the model sees of a message or of one clause: its words, the cues in them and what the rules made of it. The words are those
/// of a language; the cues say the same in all of them.</summary>
internal static class MessageFeatures
{
    private const int MostQuotes = 16;
    private const int Window = 4;

    private const uint One = 0xC1;
    private const uint Pair = 0xC2;
    private const uint Triple = 0xC3;
    private const uint Near = 0xC4;
    private const uint First = 0xC5;
    private const uint Gram = 0xC6;
    private const uint Any = 0xC7;
    private const uint Rule = 0xD6;
    private const uint Rules = 0xD7;
    private const uint Count = 0xD8;

    public static void Add(MessageReading reading, ref FeatureBuffer features)
    {
        AddText(reading, 0, reading.Text.Length, ref features);
        AddRules(CollectionsMarshal.AsSpan(reading.Steps), ref features);
    }

    public static void Add(MessageReading reading, int clause, ref FeatureBuffer features)
    {
        var part = reading.Clauses[clause];
        AddText(reading, part.Start, part.End, ref features);
        var intent = ClauseRules.Match(part.Cues);
        AddRules(intent is { } said ? [said] : [], ref features);
    }

    private static void AddText(MessageReading reading, int from, int to, ref FeatureBuffer features)
    {
        var tokens = CollectionsMarshal.AsSpan(reading.Tokens);
        Span<Range> quotes = stackalloc Range[MostQuotes];
        var (first, end, count) = (FirstFrom(tokens, from), 0, 0);
        for (end = first; end < tokens.Length && tokens[end].Start < to; end++)
        {
            if ((tokens[end].Cue & Cue.Quote) != 0 && count < MostQuotes)
            {
                quotes[count++] = (tokens[end].Start - from)..(Math.Min(to, tokens[end].End) - from);
            }
        }

        TextFeatures.Add(reading.Masked[from..to], quotes[..count], ref features);
        AddGrams(reading.Masked[from..to], ref features);
        AddCues(tokens[first..end], ref features);
    }

    // Where words are short and change at both ends, their parts tell more than they do.
    private static void AddGrams(scoped ReadOnlySpan<char> text, ref FeatureBuffer features)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var (least, most) = Letters.IsHangul(text[at]) ? (1, 3) : Letters.IsArabic(text[at]) ? (3, 4) : (1, 0);
            for (var length = 1; length <= most && at + length <= text.Length && Letters.IsWord(text[at + length - 1]); length++)
            {
                if (length >= least)
                {
                    features.Add(FeatureHash.Mix(Gram, FeatureHash.Of(text.Slice(at, length))));
                }
            }
        }
    }

    private static int FirstFrom(ReadOnlySpan<CueToken> tokens, int start)
    {
        var (low, high) = (0, tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void AddCues(scoped ReadOnlySpan<CueToken> tokens, ref FeatureBuffer features)
    {
        Span<uint> last = stackalloc uint[Window];
        last.Clear();
        var (before, all, seen) = (FeatureHash.Of(0UL), 0UL, 0);
        foreach (var token in tokens)
        {
            var cue = (ulong)(token.IsStop ? token.Cue & Cue.Question : token.Cue & ~Cue.Word);
            if (cue == 0)
            {
                continue;
            }

            all |= cue;
            var hash = FeatureHash.Of(cue);
            if (seen == 0)
            {
                features.Add(FeatureHash.Mix(First, hash));
            }

            features.Add(FeatureHash.Mix(One, hash));
            for (var k = 0; k < Math.Min(seen, Window); k++)
            {
                features.Add(FeatureHash.Mix(Near, FeatureHash.Mix(last[k], hash)));
            }

            var previous = seen == 0 ? FeatureHash.Of(0UL) : last[(seen - 1) % Window];
            var pair = FeatureHash.Mix(previous, hash);
            features.Add(FeatureHash.Mix(Pair, pair));
            features.Add(FeatureHash.Mix(Triple, FeatureHash.Mix(before, pair)));
            before = previous;
            last[seen++ % Window] = hash;
        }

        for (var bit = 0; bit < 64; bit++)
        {
            if ((all >> bit & 1) != 0)
            {
                features.Add(FeatureHash.Mix(Any, (uint)bit));
            }
        }
    }

    private static void AddRules(scoped ReadOnlySpan<Intent> steps, ref FeatureBuffer features)
    {
        features.Add(FeatureHash.Mix(Count, (uint)Math.Min(steps.Length, 6)));
        var sequence = 0u;
        foreach (var step in steps)
        {
            features.Add(FeatureHash.Mix(Rule, (uint)step));
            sequence = (sequence * 8) + (uint)step + 1;
        }

        features.Add(FeatureHash.Mix(Rules, sequence));
    }
}
