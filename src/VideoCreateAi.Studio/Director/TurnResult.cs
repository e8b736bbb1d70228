using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director;

/// <summary>What a message came to.</summary>
internal abstract record TurnResult
{
    private TurnResult() { }

    /// <summary>The brand kit as this message says it shall be from now on; null = it stays.</summary>
    public BrandKit? Brand { get; init; }

    /// <summary>The timeline is another one now.</summary>
    /// <param name="Steps">What was done, one short phrase each: "5 photos, 6 s each", "crossfades of 0.5 s".</param>
    /// <param name="Reply">One or two sentences for the user; also says what could not be done.</param>
    internal sealed record Changed(VideoTimeline Timeline, IReadOnlyList<string> Steps, string Reply) : TurnResult;

    /// <summary>Go back to the timeline before the current one (null: to an empty project).</summary>
    internal sealed record Undone(string Reply) : TurnResult;

    /// <summary>Nothing changes: a question, praise, or something that was not understood. The reply says which.</summary>
    internal sealed record Unchanged(string Reply) : TurnResult;

    /// <summary>Exact edits that cannot all be done, so none of them was.</summary>
    /// <param name="Problems">Each names the operation and the field, and says what is allowed.</param>
    internal sealed record Rejected(IReadOnlyList<string> Problems) : TurnResult;
}
