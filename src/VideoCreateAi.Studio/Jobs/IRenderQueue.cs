namespace VideoCreateAi.Studio.Jobs;

/// <summary>Where renders wait. Quartz on SQLite here, on a shared database beyond one machine.</summary>
internal interface IRenderQueue
{
    /// <summary>Wakes a worker for a render whose row is already committed. Asking again for the same id changes nothing.</summary>
    Task EnqueueAsync(string renderId, CancellationToken cancellationToken);
}
