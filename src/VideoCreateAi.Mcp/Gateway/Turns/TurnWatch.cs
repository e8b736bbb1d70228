namespace VideoCreateAi.Mcp.Gateway.Turns;

/// <summary>The clocks of one turn: silence, stall, the hard limit, and the sign of life for the user.</summary>
internal sealed class TurnWatch : IDisposable
{
    private readonly GatewayOptions _options;
    private readonly TimeProvider _clock;
    private readonly IProgress<TurnProgress>? _progress;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _idle;
    private readonly CancellationTokenSource _total;
    private readonly CancellationTokenSource _any;
    private readonly ITimer _stillWorking;
    private readonly long _start;

    public TurnWatch(GatewayOptions options, TimeProvider clock, IProgress<TurnProgress>? progress, CancellationToken cancellationToken)
    {
        _options = options;
        _clock = clock;
        _progress = progress;
        _start = clock.GetTimestamp();
        _silence = new CancellationTokenSource(options.TurnByteLimit, clock);
        _idle = new CancellationTokenSource(options.TurnIdleLimit, clock);
        _total = new CancellationTokenSource(options.TurnTotalLimit, clock);
        _any = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _silence.Token, _idle.Token, _total.Token);
        _stillWorking = clock.CreateTimer(
            _ => Report(TurnProgressKind.StillWorking), null, options.StillWorkingInterval, options.StillWorkingInterval);
    }

    public CancellationToken Token => _any.Token;

    /// <summary>The limit that was reached; null while none was.</summary>
    public TurnLoss? Loss =>
        _total.IsCancellationRequested ? TurnLoss.TimedOut
        : _idle.IsCancellationRequested ? TurnLoss.Stalled
        : _silence.IsCancellationRequested ? TurnLoss.Silence
        : null;

    public void OnBytes() => _silence.CancelAfter(_options.TurnByteLimit);

    public void OnNews()
    {
        _idle.CancelAfter(_options.TurnIdleLimit);
        _stillWorking.Change(_options.StillWorkingInterval, _options.StillWorkingInterval);
    }

    public void OnFailure() => _idle.CancelAfter(_options.TurnFailedLimit);

    public void Report(TurnProgressKind kind, string? tool = null, string? text = null) =>
        _progress?.Report(new TurnProgress(kind, _clock.GetElapsedTime(_start), tool, text));

    public void Dispose()
    {
        _stillWorking.Dispose();
        _any.Dispose();
        _total.Dispose();
        _idle.Dispose();
        _silence.Dispose();
    }
}
