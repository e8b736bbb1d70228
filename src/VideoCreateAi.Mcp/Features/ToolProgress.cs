using ModelContextProtocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Passes progress on to the client as notifications whose value only grows. While there is no news the last is told again:
/// many clients give up a call that they hear nothing of.</summary>
internal sealed class ToolProgress : IProgress<JobProgress>, IDisposable
{
    // The contract is five seconds; a busy machine fires its timers late.
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(4);

    // Clients may drop a notification that does not grow; a repeated sign of life grows by this.
    private const float Step = 0.01f;

    private readonly Lock _lock = new();
    private readonly IProgress<ProgressNotificationValue> _client;
    private readonly ITimer _pulse;
    private JobProgress _latest;
    private float _last = -Step;
    private bool _isOver;

    /// <param name="first">Told at once.</param>
    public ToolProgress(IProgress<ProgressNotificationValue> client, JobProgress first, TimeProvider clock)
    {
        (_client, _latest) = (client, first);
        _pulse = clock.CreateTimer(_ => Report(Latest), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Report(first);
    }

    private JobProgress Latest
    {
        get
        {
            lock (_lock)
            {
                return _latest;
            }
        }
    }

    public void Report(JobProgress value)
    {
        lock (_lock)
        {
            // Nothing may follow the result.
            if (!_isOver)
            {
                _latest = value;
                _last = Math.Max((float)value.Percent, _last + Step);
                _client.Report(new ProgressNotificationValue { Progress = _last, Total = 100, Message = value.Message });
                _pulse.Change(s_silence, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isOver = true;
        }

        _pulse.Dispose();
    }
}
