using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Simulation.Clients;

/// <summary>One server process. When it dies, nothing of it goes on: its timers stop, its line stays silent, and what it held is free.</summary>
internal sealed class SimulatedProcess : IJobOwners
{
    private readonly World _world;
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SimulatedProcess(World world, int number)
    {
        _world = world;
        Number = number;
        Clock = new ProcessClock(world, this);
        Client = new SimulatedClient(world, this);
    }

    public int Number { get; }

    public bool IsDead { get; private set; }

    public TimeSpan? SuspendedUntil { get; private set; }

    public ProcessClock Clock { get; }

    public SimulatedClient Client { get; }

    public string Current => $"process-{Number}";

    public bool IsAlive(string owner) => _world.Processes.Any(process => process.Current == owner && !process.IsDead);

    public void Kill()
    {
        if (!IsDead)
        {
            _world.Tell($"process {Number} is dead");
            IsDead = true;
            _world.Disk.ReleaseHeldFiles();
            _died.SetResult();
        }
    }

    /// <summary>Kills it from inside: whoever awaits this never goes on.</summary>
    public async Task DieAsync()
    {
        Kill();
        await new TaskCompletionSource().Task;
    }

    public void Suspend(TimeSpan time) => SuspendedUntil = _world.Clock.Elapsed + time;

    /// <summary>Waits until the process can take something in, for ever when it is dead.</summary>
    public async Task ReachAsync()
    {
        while (SuspendedUntil is { } end && end > _world.Clock.Elapsed && !IsDead)
        {
            await _world.DelayAsync(end - _world.Clock.Elapsed);
        }

        if (IsDead)
        {
            await new TaskCompletionSource().Task;
        }
    }

    public async Task NetworkDelayAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        await Task.Delay(time, _world.Clock, cancellationToken);
        await ReachAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Calls the process from outside.</summary>
    /// <exception cref="ProcessDiedException">There is no answer any more.</exception>
    public async Task<T> CallAsync<T>(Func<SimulatedClient, Task<T>> call)
    {
        var answer = call(Client);
        await Task.WhenAny(answer, _died.Task);
        return answer.IsCompleted ? await answer : throw new ProcessDiedException();
    }

    public async Task StopAsync()
    {
        await CallAsync(async client =>
        {
            await client.StopAsync();
            return true;
        });
        Kill();
    }
}
