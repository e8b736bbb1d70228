using ModelContextProtocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Passes a job's progress on to the client as notifications whose value only grows.</summary>
internal sealed class ToolProgress(IProgress<ProgressNotificationValue> client) : IProgress<JobProgress>
{
    // Clients may drop a notification that does not grow; a repeated sign of life grows by this.
    private const float Step = 0.01f;

    private float _last = -Step;

    public void Report(JobProgress value)
    {
        _last = Math.Max((float)value.Percent, _last + Step);
        client.Report(new ProgressNotificationValue { Progress = _last, Total = 100, Message = value.Message });
    }
}
