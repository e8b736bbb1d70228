namespace VideoCreateAi.Studio.Jobs;

/// <summary>Looks after an attempt while it works: writes down how far it is, and stops it when it is no longer wanted.</summary>
internal static class AttemptWatch
{
    /// <param name="goesOn">Writes the progress down; false when the attempt was cancelled or another one has taken over.</param>
    /// <param name="stop">What the work listens to. Cancelled when it is to stop.</param>
    public static async Task UntilDoneAsync(Task work, Func<Task<bool>> goesOn, TimeSpan interval, TimeProvider clock, CancellationTokenSource stop)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(interval, clock, stop.Token));
            if (stop.IsCancellationRequested)
            {
                return;
            }

            if (!work.IsCompleted && !await goesOn())
            {
                await stop.CancelAsync();
                return;
            }
        }
    }
}
