namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The job's row belongs to another process: whatever this one still meant to do for it must not happen.</summary>
internal sealed class JobTakenException : Exception;
