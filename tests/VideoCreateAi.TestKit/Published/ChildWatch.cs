namespace VideoCreateAi.TestKit.Published;

/// <summary>Looks at everything that a process starts, and at what that starts, for as long as it is kept: a program that runs for
/// less than a look takes may be missed, one that works is not.</summary>
public sealed class ChildWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(15);

    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<int, string> _parents = [];
    private readonly Dictionary<int, string> _seen = [];
    private readonly Lock _lock = new();
    private readonly Task _watching;

    public ChildWatch(int processId)
    {
        _parents[processId] = ProcessFacts.CommandLine(processId);
        _watching = OperatingSystem.IsLinux() ? Task.Run(WatchAsync) : Task.CompletedTask;
    }

    /// <summary>Arguments and environment of each program that was seen.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (_lock)
            {
                return [.. _seen.Values];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(s_pause, TimeProvider.System);
        do
        {
            Look();
        }
        while (await NextAsync(timer));
    }

    private async Task<bool> NextAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_end.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Look()
    {
        // What is found becomes a parent, so the list grows while it is gone through.
        Queue<(int Id, string CommandLine)> parents = new(_parents.Select(parent => (parent.Key, parent.Value)));
        while (parents.TryDequeue(out var parent))
        {
            foreach (var child in ProcessFacts.Children(parent.Id))
            {
                // Between its birth and its first program a process shares its parent's memory, and with it what stands here.
                if (ProcessFacts.CommandLine(child) is { Length: > 0 } commandLine && commandLine != parent.CommandLine && _parents.TryAdd(child, commandLine))
                {
                    parents.Enqueue((child, commandLine));
                    lock (_lock)
                    {
                        _seen[child] = commandLine + ProcessFacts.Environment(child);
                    }
                }
            }
        }
    }
}
