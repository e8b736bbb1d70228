namespace VideoCreateAi.Studio.Director.Reading;

/// <param name="Asks">A question about the video, not a wish in the form of one.</param>
internal sealed record Sentence(IReadOnlyList<Clause> Clauses, bool Asks)
{
    /// <summary>It ends with a question mark.</summary>
    public bool HasMark { get; init; }
}
