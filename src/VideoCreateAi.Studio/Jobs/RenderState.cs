namespace VideoCreateAi.Studio.Jobs;

/// <summary>The words of the <c>state</c> column.</summary>
internal static class RenderState
{
    public const string Queued = "queued";
    public const string Running = "running";

    /// <summary>A worker has handed in a file that nobody has looked at yet.</summary>
    public const string Offered = "offered";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    /// <summary>All that have not ended, as a list of SQL.</summary>
    public const string Unfinished = "('queued', 'running', 'offered')";
}
