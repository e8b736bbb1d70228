namespace VideoCreateAi.Mcp.Jobs;

internal enum JobState
{
    Running,
    Done,
    Failed,

    /// <summary>Something was sent and how it ended cannot be told. Never sent again by itself.</summary>
    Unknown,
    Cancelled,
}
