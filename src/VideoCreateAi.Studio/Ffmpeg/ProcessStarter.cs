using System.Collections.Concurrent;
using System.Diagnostics;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Starts every child from one thread that never ends. The kernel's "die with your parent" watches the thread
/// that started the child, not the process: a child started from the thread pool would die with a retired pool thread.</summary>
internal sealed class ProcessStarter
{
    private readonly BlockingCollection<Action> _starts = [];

    private ProcessStarter()
    {
        var thread = new Thread(Work) { IsBackground = true, Name = "process-starter" };
        thread.Start();
    }

    public static ProcessStarter Shared { get; } = new();

    /// <summary>Starts it. The caller disposes the process.</summary>
    public Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() => Start(start, started));
        return started.Task;
    }

    private static void Start(ProcessStartInfo start, TaskCompletionSource<Process> started)
    {
        var process = new Process { StartInfo = start };
        try
        {
            process.Start();
            started.SetResult(process);
        }
        catch (Exception exception)
        {
            // Whatever it is belongs to the one who asked; this thread must not die.
            process.Dispose();
            started.SetException(exception);
        }
    }

    private void Work()
    {
        foreach (var start in _starts.GetConsumingEnumerable())
        {
            start();
        }
    }
}
