namespace VideoCreateAi.Studio.Jobs;

/// <summary>Where renders wait. Quartz on SQLite here, on a shared database beyond one machine.</summary>
internal interface IRenderQueue
{
    /// <summary>Wakes a worker for what is already committed. Asking again for the same ticket changes nothing.</summary>
    Task EnqueueAsync(RenderTicket ticket, CancellationToken cancellationToken);

    /// <summary>The units that a worker is at or will be woken for.</summary>
    Task<IReadOnlySet<string>> UnitsAsync(CancellationToken cancellationToken);

    bool IsResting { get; }

    /// <summary>Takes nothing from the queue for a while. What runs goes on.</summary>
    Task RestAsync(TimeSpan time, CancellationToken cancellationToken);
}
