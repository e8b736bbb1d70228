using VideoCreateAi.TestKit;

namespace VideoCreateAi.Simulation;

/// <summary>Moves the time on whenever nothing is left to do at the moment. The thread pool has one thread, so what waits
/// in it runs in a fixed order, and this runs in the same queue.</summary>
internal sealed class Pump(FakeClock clock, Task story) : IThreadPoolWorkItem
{
    private const int MostSteps = 400_000;

    private readonly TaskCompletionSource<bool> _ended = new();
    private int _steps;

    /// <returns>False when the story did not come to its end.</returns>
    public Task<bool> RunAsync()
    {
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return _ended.Task;
    }

    public void Execute()
    {
        while (true)
        {
            if (ThreadPool.PendingWorkItemCount > 0)
            {
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            if (story.IsCompleted || ++_steps > MostSteps || !clock.AdvanceToNextTimer())
            {
                _ended.SetResult(story.IsCompleted);
                return;
            }
        }
    }
}
