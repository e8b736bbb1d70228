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
            _world.Disk.Held.Release(this, isAlone: _world.Processes.All(process => process.IsDead));
            _died.SetResult();
        }
    }

    /// <summary>The schedule is over: nothing is left that anybody could miss.</summary>
    public void End() => IsDead = true;

    /// <summary>Kills it from inside: whoever awaits this never goes on.</summary>
    public async Task DieAsync(bool beforeLastChange = false)
    {
        if (beforeLastChange)
        {
            _world.KillEarlier(this);
        }

        Kill();
        await new TaskCompletionSource().Task;
    }

    /// <summary>Waits until the process can take something in, for ever when it is dead.</summary>
    public async Task ReachAsync()
    {
        await _world.AwakeAsync();
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
        await _world.AwakeAsync();
        if (IsDead)
        {
            throw new ProcessDiedException();
        }

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
