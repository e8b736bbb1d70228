namespace VideoCreateAi.Studio.Farm;

/// <summary>The words of the <c>state</c> column of parts.</summary>
internal static class PartState
{
    /// <summary>Not yet anybody's turn: a long render has only some of its parts in the queue.</summary>
    public const string Waiting = "waiting";

    public const string Queued = "queued";
    public const string Running = "running";
    public const string Done = "done";
}
