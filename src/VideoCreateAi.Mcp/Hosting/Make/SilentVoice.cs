using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Tells nothing, for scripts.</summary>
internal sealed class SilentVoice : IMakeVoice, IProgress<JobProgress>
{
    public Task<Job> TellAsync(Func<IProgress<JobProgress>, Task<Job>> work) => work(this);

    public void Report(JobProgress value)
    {
    }
}
