namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>Holds the requests of several programs until nobody brings another one, and lets them on in an order of its own.</summary>
internal sealed class ShuffledGate
{
    // Programs that want nothing for so long wait for each other, or for time to pass.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(40);

    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _held = [];
    private TaskCompletionSource _came = new();
    private bool _isOpen = true;

    /// <summary>For each request.</summary>
    public Task PassAsync()
    {
        lock (_lock)
        {
            if (_isOpen)
            {
                return Task.CompletedTask;
            }

            var request = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.Add(request);
            _came.TrySetResult();
            return request.Task;
        }
    }

    /// <summary>Shuffles for as long as these calls last.</summary>
    /// <returns>How often it had a choice.</returns>
    public async Task<int> ShuffleAsync(Func<IEnumerable<Task>> begin, Random dice)
    {
        lock (_lock)
        {
            _isOpen = false;
        }

        List<Task> calls = [.. begin()];
        var all = Task.WhenAll(calls);
        var choices = 0;
        while (!all.IsCompleted)
        {
            while (Waiting(calls) is { } more && await Task.WhenAny(more, all, Task.Delay(s_quiet)) == more)
            {
            }

            choices += LetOneOn(dice) > 1 ? 1 : 0;
        }

        lock (_lock)
        {
            _isOpen = true;
            _held.ForEach(request => request.SetResult());
            _held.Clear();
        }

        await all;
        return choices;
    }

    /// <summary>Completes with the next request; null when there is one of each call that has not ended.</summary>
    private Task? Waiting(List<Task> calls)
    {
        lock (_lock)
        {
            _came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _held.Count < calls.Count(call => !call.IsCompleted) ? _came.Task : null;
        }
    }

    /// <returns>Of how many it was chosen.</returns>
    private int LetOneOn(Random dice)
    {
        lock (_lock)
        {
            var held = _held.Count;
            if (held > 0)
            {
                var next = dice.Next(held);
                _held[next].SetResult();
                _held.RemoveAt(next);
            }

            return held;
        }
    }
}
