namespace VideoCreateAi.Mcp.Jobs;

/// <summary>How far a job is, for a person.</summary>
/// <param name="Percent">0 to 100; never goes back within a job.</param>
internal sealed record JobProgress(double Percent, string Message)
{
    /// <summary>The first thing that every job says.</summary>
    public static readonly JobProgress Connecting = new(0, "Connecting…");
}
