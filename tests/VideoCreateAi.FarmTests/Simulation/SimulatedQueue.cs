using VideoCreateAi.Studio.Jobs;

namespace VideoCreateAi.FarmTests.Simulation;

/// <summary>Tickets as the job engine keeps them: first come, first served, and those of a node that is gone given out again, marked so.</summary>
internal sealed class SimulatedQueue : IRenderQueue
{
    private readonly List<(RenderTicket Ticket, bool TakesOver)> _waiting = [];
    private readonly Dictionary<SimulatedWorker, (RenderTicket Ticket, bool TakesOver)> _running = [];

    public bool IsResting => false;

    public Task EnqueueAsync(RenderTicket ticket, CancellationToken cancellationToken)
    {
        if (_waiting.All(one => one.Ticket.Name != ticket.Name) && _running.Values.All(one => one.Ticket.Name != ticket.Name))
        {
            _waiting.Add((ticket, false));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlySet<string>> UnitsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(_waiting.Concat(_running.Values).Select(one => one.Ticket.Unit).ToHashSet());

    public Task RestAsync(TimeSpan time, CancellationToken cancellationToken) => Task.CompletedTask;

    public (RenderTicket Ticket, bool TakesOver)? Take(SimulatedWorker worker)
    {
        if (_waiting.Count == 0)
        {
            return null;
        }

        var first = _waiting[0];
        _waiting.RemoveAt(0);
        _running[worker] = first;
        return first;
    }

    public void Done(SimulatedWorker worker, RenderTicket ticket)
    {
        // A ticket that was given to another meanwhile is the other's.
        if (_running.TryGetValue(worker, out var own) && own.Ticket == ticket)
        {
            _running.Remove(worker);
        }
    }

    /// <summary>The worker is gone, or seems so.</summary>
    public void Lose(SimulatedWorker worker)
    {
        if (_running.Remove(worker, out var lost))
        {
            _waiting.Add((lost.Ticket, true));
        }
    }
}
