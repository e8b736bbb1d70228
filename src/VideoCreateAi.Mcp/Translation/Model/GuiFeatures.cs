using VideoCreateAi.Mcp.Language;
using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Mcp.Translation.Model;

/// <summary>What the model sees of a sentence or a part of it: its words, the cues in it and what the rules made of it.</summary>
internal static class GuiFeatures
{
    private const int Window = 5;

    private const uint One = 0xC1;
    private const uint Pair = 0xC2;
    private const uint Triple = 0xC3;
    private const uint Near = 0xC4;
    private const uint First = 0xC5;
    private const uint Rule = 0xC6;
    private const uint Both = 0xC7;

    // These say nothing about the window.
    private const GuiCue Idle = GuiCue.Word | GuiCue.Weak;

    /// <param name="text">The sentence, simplified.</param>
    /// <param name="tokens">Of the whole sentence.</param>
    /// <param name="from">Where the part begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="verdict">What the rules say of it.</param>
    /// <param name="features">Where they go.</param>
    public static void Add(string text, List<CueToken> tokens, int from, int to, RuleVerdict verdict, ref FeatureBuffer features)
    {
        from = from == 0 ? AfterBullet(text, to) : from;
        Span<Range> quotes = stackalloc Range[16];
        var count = 0;
        for (var i = GuiClause.FirstFrom(tokens, from); i < tokens.Count && tokens[i].Start < to && count < quotes.Length; i++)
        {
            if (((GuiCue)tokens[i].Cue & GuiCue.Quote) != 0)
            {
                quotes[count++] = (tokens[i].Start - from)..(Math.Min(to, tokens[i].End) - from);
            }
        }

        TextFeatures.Add(text.AsSpan(from, to - from), quotes[..count], ref features);
        AddCues(tokens, from, to, ref features);
        AddVerdict(verdict, ref features);
    }

    // "2. Press Save" is "Press Save".
    private static int AfterBullet(string text, int to)
    {
        if (!HeldSentence.IsItem(text))
        {
            return 0;
        }

        var at = 1;
        while (at < to && !char.IsLetter(text[at]))
        {
            at++;
        }

        return at == to ? 0 : at;
    }

    private static void AddCues(List<CueToken> tokens, int from, int to, ref FeatureBuffer features)
    {
        Span<ulong> last = stackalloc ulong[Window];
        last.Clear();
        var (before, all, seen) = (0UL, GuiCue.None, 0);
        for (var i = GuiClause.FirstFrom(tokens, from); i < tokens.Count && tokens[i].Start < to; i++)
        {
            var cue = tokens[i].IsStop ? 0 : (ulong)((GuiCue)tokens[i].Cue & ~Idle);
            all |= (GuiCue)cue;
            if (cue != 0)
            {
                if (seen == 0)
                {
                    features.Add(FeatureHash.Mix(First, FeatureHash.Of(cue)));
                }

                features.Add(FeatureHash.Mix(One, FeatureHash.Of(cue)));
                for (var k = 0; k < Window; k++)
                {
                    if (last[k] != 0)
                    {
                        features.Add(FeatureHash.Mix(Near, FeatureHash.Mix(FeatureHash.Of(last[k]), FeatureHash.Of(cue))));
                    }
                }
            }

            var pair = FeatureHash.Mix(FeatureHash.Of(last[seen % Window]), FeatureHash.Of(cue));
            features.Add(FeatureHash.Mix(Pair, pair));
            features.Add(FeatureHash.Mix(Triple, FeatureHash.Mix(FeatureHash.Of(before), pair)));
            before = last[seen % Window];
            last[++seen % Window] = cue;
        }

        for (var bit = 0; bit < 64; bit++)
        {
            if (((ulong)all >> bit & 1) != 0)
            {
                features.Add(FeatureHash.Mix(Both, (uint)bit));
            }
        }
    }

    private static void AddVerdict(RuleVerdict verdict, ref FeatureBuffer features)
    {
        features.Add(FeatureHash.Mix(Rule, verdict.IsGui ? 1u : 2u));
        features.Add(FeatureHash.Mix(Rule, 16u + (uint)verdict.Signs));
        for (var bit = 0; bit < 16; bit++)
        {
            if (((int)verdict.Signs >> bit & 1) != 0)
            {
                features.Add(FeatureHash.Mix(Rule, 0x10000u + (uint)bit));
            }
        }

        var actions = 0u;
        foreach (var action in verdict.Actions)
        {
            features.Add(FeatureHash.Mix(Rule, 0x20000u + (uint)action));
            actions = (actions * 8) + (uint)action + 1;
        }

        features.Add(FeatureHash.Mix(Rule, 0x40000u + actions));
    }
}
