using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>Finds in a message what is to be shown or spoken though no quotation marks set it off, and what is said only beside the wish.</summary>
internal static class SpanReader
{
    // What is longer is a script, and scripts have forms of their own.
    private const int MostTokens = 600;

    public static IReadOnlyList<MessageSpan> Read(string message, Language language, IReadOnlyList<Asset> assets) => Read(message, language, assets, SpanModel.Shipped);

    public static IReadOnlyList<MessageSpan> Read(string message, Language language, IReadOnlyList<Asset> assets, SpanModel model)
    {
        var tokens = SpanTokens.Of(message, language, assets);
        if (tokens.Count is 0 or > MostTokens)
        {
            return [];
        }

        var chain = Scored(tokens, model);
        var sum = chain.Sum();
        var labels = chain.Best();
        var spans = new List<MessageSpan>();
        for (var at = 0; at < labels.Length;)
        {
            var end = at + 1;
            while (end < labels.Length && labels[end] == (labels[at] == SpanLabel.ContentBegin ? SpanLabel.ContentInside : labels[at]))
            {
                end++;
            }

            if (labels[at] != SpanLabel.Wish)
            {
                var sureness = Enumerable.Range(at, end - at).Min(word => Likelihood(chain, word, labels[word], sum));
                spans.Add(new MessageSpan(labels[at] != SpanLabel.Remark, tokens[at].At, tokens[end - 1].End, (float)sureness));
            }

            at = end;
        }

        return spans;
    }

    private static SpanChain Scored(IReadOnlyList<SpanToken> tokens, SpanModel model)
    {
        var chain = new SpanChain(tokens.Count);
        Span<uint> features = stackalloc uint[SpanFeatures.Most];
        Span<uint> links = stackalloc uint[SpanFeatures.Linked];
        Span<uint> linked = stackalloc uint[SpanFeatures.Linked];
        for (var at = 0; at < tokens.Count; at++)
        {
            var count = SpanFeatures.Of(tokens, at, features);
            model.Score(features[..count], chain.Alone(at));
            SpanFeatures.Links(tokens, at, links);
            for (var before = 0; at > 0 && before < SpanModel.Labels; before++)
            {
                for (var link = 0; link < links.Length; link++)
                {
                    linked[link] = SpanHash.Mix(links[link], (uint)before);
                }

                model.Score(linked, chain.Link(at, before));
            }
        }

        return chain;
    }

    // Where a text is begun matters less than that it is one.
    private static double Likelihood(SpanChain chain, int at, SpanLabel label, double sum) => label == SpanLabel.Remark
        ? chain.Likelihood(at, (int)label, sum)
        : chain.Likelihood(at, (int)SpanLabel.ContentBegin, sum) + chain.Likelihood(at, (int)SpanLabel.ContentInside, sum);
}
