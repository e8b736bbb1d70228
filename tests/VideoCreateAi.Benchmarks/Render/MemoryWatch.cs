namespace VideoCreateAi.Benchmarks.Render;

/// <summary>Looks at the memory of a group four times a second and remembers the most.</summary>
internal sealed class MemoryWatch
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<double> _watching;

    public MemoryWatch(ProcessorGroup group) => _watching = Task.Run(() => WatchAsync(group));

    /// <returns>In MB.</returns>
    public async Task<double> StopAsync()
    {
        await _stop.CancelAsync();
        var most = await _watching;
        _stop.Dispose();
        return most;
    }

    private async Task<double> WatchAsync(ProcessorGroup group)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        var most = 0.0;
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                most = Math.Max(most, group.ResidentMegabytes());
            }
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }

        return most;
    }
}
