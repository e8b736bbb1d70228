namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>A row of a language's word list.</summary>
/// <param name="Words">Alternatives, parted by <c>|</c>, lower case.</param>
internal sealed record Phrase(Sense Sense, string Words, string Value = "", double Number = 0)
{
    /// <summary>A relation that stands behind what it relates to: 3秒から, 8 सेकंड तक.</summary>
    public bool IsBehind { get; init; }

    /// <summary>What the same words mean besides: 换成 is "replace" and "to".</summary>
    public IReadOnlyList<Phrase> Besides { get; init; } = [];
}
