using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Director.Spans;

namespace VideoCreateAi.Training.Spans;

/// <summary>A message whose words have their labels.</summary>
/// <param name="Source">The file that it is from.</param>
internal sealed record SpanExample(string Source, string Text, Language Language, IReadOnlyList<Asset> Assets, IReadOnlyList<SpanToken> Tokens, SpanLabel[] Labels)
{
    /// <summary>The features of each word, and those that are seen with the label before.</summary>
    public IReadOnlyList<(uint[] Alone, uint[] Links)> Features { get; } = [.. Enumerable.Range(0, Tokens.Count).Select(at => FeaturesAt(Tokens, at))];

    private static (uint[] Alone, uint[] Links) FeaturesAt(IReadOnlyList<SpanToken> tokens, int at)
    {
        Span<uint> alone = stackalloc uint[SpanFeatures.Most];
        var links = new uint[SpanFeatures.Linked];
        SpanFeatures.Links(tokens, at, links);
        return (alone[..SpanFeatures.Of(tokens, at, alone)].ToArray(), links);
    }
}
