using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Tells how far the work is while it goes on.</summary>
internal interface IMakeVoice
{
    Task<Job> TellAsync(Func<IProgress<JobProgress>, Task<Job>> work);
}
