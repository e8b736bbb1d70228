using System.Runtime.InteropServices;

namespace VideoCreateAi.Mcp.Hosting.Shell;

/// <summary>Ctrl-C and the system's wish that the program end: the first stops the work in good order, the second leaves at once.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _first = new();
    private readonly CancellationTokenSource _second = new();
    private readonly TimeSpan _patience;
    private readonly TimeProvider _clock;
    private readonly List<PosixSignalRegistration> _signals = [];

    /// <param name="patience">How long the system waits for a program that it has asked to end.</param>
    public Interruption(TimeSpan patience, TimeProvider clock)
    {
        (_patience, _clock) = (patience, clock);
    }

    /// <summary>Stop in good order.</summary>
    public CancellationToken Stop => _first.Token;

    /// <summary>Leave as it is.</summary>
    public CancellationToken Leave => _second.Token;

    /// <summary>True when it was the system, not a person.</summary>
    public bool IsTermination { get; private set; }

    public ShellExit Exit => IsTermination ? ShellExit.Terminated : ShellExit.Interrupted;

    public static Interruption OfThisProcess(TimeSpan patience)
    {
        var interruption = new Interruption(patience, TimeProvider.System);
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            interruption._signals.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                interruption.Arrived(context.Signal == PosixSignal.SIGTERM);
            }));
        }

        return interruption;
    }

    public void Arrived(bool isTermination)
    {
        if (_first.IsCancellationRequested)
        {
            _second.Cancel();
            return;
        }

        IsTermination = isTermination;
        if (isTermination)
        {
            _clock.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), _second, _patience, Timeout.InfiniteTimeSpan);
        }

        _first.Cancel();
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _first.Dispose();
        _second.Dispose();
    }
}
