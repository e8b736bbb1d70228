namespace VideoCreateAi.Studio.Director.Reading;

/// <param name="Asks">A question about the video, not a wish in the form of one.</param>
internal sealed record Sentence(IReadOnlyList<Clause> Clauses, bool Asks);
