namespace VideoCreateAi.Studio.Jobs;

/// <summary>The words of the <c>state</c> column.</summary>
internal static class RenderState
{
    public const string Queued = "queued";
    public const string Running = "running";
    public const string Done = "done";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
