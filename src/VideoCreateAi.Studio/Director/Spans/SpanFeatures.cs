namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>What the model sees of a word: itself, its neighbours, and the clause around it.</summary>
internal static class SpanFeatures
{
    /// <summary>More than one word ever has.</summary>
    public const int Most = 160;

    /// <summary>How many features look at the label before as well.</summary>
    public const int Linked = 9;

    private const int Window = 3;
    private const int MostOfClause = 24;
    private const uint Nowhere = 0xFFFF_FFFF;

    /// <summary>Writes the features of one word.</summary>
    /// <returns>How many.</returns>
    public static int Of(IReadOnlyList<SpanToken> tokens, int at, Span<uint> features)
    {
        var count = 0;
        void Put(Span<uint> into, uint kind, uint value) => into[count++] = SpanHash.Mix(kind, value);

        for (var offset = -Window; offset <= Window; offset++)
        {
            var place = (uint)(offset + Window);
            Put(features, 10 + place, Word(tokens, at + offset));
            Put(features, 20 + place, Meaning(tokens, at + offset));
        }

        for (var offset = -2; offset <= 1; offset++)
        {
            var place = (uint)(offset + 2);
            Put(features, 30 + place, SpanHash.Mix(Word(tokens, at + offset), Word(tokens, at + offset + 1)));
            Put(features, 40 + place, SpanHash.Mix(Meaning(tokens, at + offset), Meaning(tokens, at + offset + 1)));
        }

        for (var offset = -2; offset <= 0; offset++)
        {
            var place = (uint)(offset + 2);
            Put(features, 50 + place, SpanHash.Mix(Meaning(tokens, at + offset), SpanHash.Mix(Meaning(tokens, at + offset + 1), Meaning(tokens, at + offset + 2))));
            Put(features, 60 + place, SpanHash.Mix(Word(tokens, at + offset), SpanHash.Mix(Word(tokens, at + offset + 1), Word(tokens, at + offset + 2))));
        }

        var token = tokens[at];
        Put(features, 70, token.Phrase);
        Put(features, 71, token.Head);
        Put(features, 72, token.Tail);
        Put(features, 73, token.Shape);
        Put(features, 74, SpanHash.Mix(token.Shape, Shape(tokens, at - 1)));
        Put(features, 75, SpanHash.Mix(token.Shape, Meaning(tokens, at - 1)));
        Put(features, 76, SpanHash.Mix(token.Shape, Shape(tokens, at + 1)));
        Put(features, 77, at > 0 && tokens[at - 1].End == token.At ? 1u : 0u);

        var (from, to) = ClauseAround(tokens, at);
        Put(features, 80, Word(tokens, from));
        Put(features, 81, Meaning(tokens, from));
        Put(features, 82, SpanHash.Mix(Word(tokens, from), Word(tokens, from + 1)));
        Put(features, 83, SpanHash.Mix(Meaning(tokens, from), Meaning(tokens, from + 1)));
        Put(features, 84, Word(tokens, from - 1));
        Put(features, 85, Word(tokens, to));
        Put(features, 86, (uint)Math.Min(at - from, 6));
        Put(features, 87, (uint)Math.Min(to - from, 12));
        var (acts, names) = (0u, 0u);
        for (var other = from; other < to && other - from < MostOfClause; other++)
        {
            acts += tokens[other].IsAction ? 1u : 0u;
            names += tokens[other].Shape >= 7 ? 1u : 0u;
            Put(features, 90, tokens[other].Word);
            Put(features, 91, tokens[other].Meaning);
        }

        Put(features, 92, Math.Min(acts, 2));
        Put(features, 93, SpanHash.Mix(Math.Min(acts, 1), Math.Min(names, 1)));
        var (lead, distance) = LeadBefore(tokens, at);
        Put(features, 94, SpanHash.Mix(lead, distance));
        Put(features, 95, SpanHash.Mix(distance, token.Shape));
        Put(features, 96, SpanHash.Mix(lead, Word(tokens, at - 1)));
        return count;
    }

    /// <summary>Features that are seen together with the label of the word before.</summary>
    public static void Links(IReadOnlyList<SpanToken> tokens, int at, Span<uint> features)
    {
        features[0] = 101;
        features[1] = SpanHash.Mix(102, Word(tokens, at));
        features[2] = SpanHash.Mix(103, Meaning(tokens, at));
        features[3] = SpanHash.Mix(104, SpanHash.Mix(Meaning(tokens, at), Meaning(tokens, at + 1)));
        features[4] = SpanHash.Mix(105, SpanHash.Mix(Word(tokens, at), Word(tokens, at + 1)));
        features[5] = SpanHash.Mix(106, SpanHash.Mix(Shape(tokens, at - 1), Shape(tokens, at)));
        features[6] = SpanHash.Mix(107, SpanHash.Mix(Shape(tokens, at - 1), SpanHash.Mix(Shape(tokens, at), Shape(tokens, at + 1))));
        features[7] = SpanHash.Mix(108, SpanHash.Mix(Meaning(tokens, at - 1), Meaning(tokens, at)));
        features[8] = SpanHash.Mix(109, SpanHash.Mix(Shape(tokens, at - 1), Meaning(tokens, at)));
    }

    private static uint Word(IReadOnlyList<SpanToken> tokens, int at) => at < 0 || at >= tokens.Count ? Nowhere : tokens[at].Word;

    private static uint Meaning(IReadOnlyList<SpanToken> tokens, int at) => at < 0 || at >= tokens.Count ? Nowhere : tokens[at].Meaning;

    private static uint Shape(IReadOnlyList<SpanToken> tokens, int at) => at < 0 || at >= tokens.Count ? Nowhere : tokens[at].Shape;

    private static (int From, int To) ClauseAround(IReadOnlyList<SpanToken> tokens, int at)
    {
        var (from, to) = (at, at);
        while (from > 0 && !tokens[from - 1].IsBreak)
        {
            from--;
        }

        while (to < tokens.Count && !tokens[to].IsBreak)
        {
            to++;
        }

        return (from, to);
    }

    private static (uint Lead, uint Distance) LeadBefore(IReadOnlyList<SpanToken> tokens, int at)
    {
        const int Farthest = 16;
        for (var before = at - 1; before >= 0 && at - before <= Farthest; before--)
        {
            if (tokens[before].IsLead)
            {
                return (tokens[before].Meaning, (at - before) switch { <= 3 => (uint)(at - before), <= 6 => 4u, _ => 5u });
            }
        }

        return (0, 0);
    }
}
