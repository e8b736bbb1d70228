using System.Collections.Concurrent;
using ModelContextProtocol;
using VideoCreateAi.ProtocolTests.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Http;

/// <summary>What a client hears while a call waits.</summary>
public sealed class WaitingTests
{
    private const int Seconds = 30;

    // How often a waiting call looks at its job.
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(200);

    [Theory(Timeout = 60_000)]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task A_backend_that_says_nothing_for_half_a_minute_is_heard_of_every_five_seconds(string version)
    {
        var clock = new FakeClock();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await VideoServer.StartAsync(clock: clock);
        server.Backend.OnMessage = async (_, cancellationToken) =>
        {
            sent.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return EditorBackend.Stream();
        };
        await using var client = await server.ConnectAsync(version);
        var log = new Log();
        var call = client.CallToolAsync(
            "create_video", new Dictionary<string, object?> { ["text"] = "a calm promo", ["wait_seconds"] = Seconds }, log).AsTask();
        await sent.Task;

        for (var five = 5; five <= Seconds; five += 5)
        {
            // Heard before the time goes on to the end of the call: a client drops what reaches it after the answer.
            var heard = log.HearAsync();
            await AdvanceAsync(TimeSpan.FromSeconds(five - 1));
            await heard;
        }

        await AdvanceAsync(TimeSpan.FromSeconds(Seconds));

        Assert.Equal("running", (await call).StructuredContent!.Value.GetProperty("status").GetString());
        var told = log.Told.ToList();
        Assert.All(told, value => Assert.False(string.IsNullOrWhiteSpace(value.Message)));
        Assert.All(told, value => Assert.Equal(100, value.Total));

        // The client hands on in no order what comes close together; a value that does not grow would be there twice.
        Assert.Equal(told.Count, told.Select(value => value.Progress).Distinct().Count());

        async Task AdvanceAsync(TimeSpan until)
        {
            while (clock.Elapsed < until)
            {
                await Task.WhenAny(clock.UntilTimerAsync(s_look), call);
                clock.Advance(s_look);
            }
        }
    }

    private sealed class Log : IProgress<ProgressNotificationValue>
    {
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<ProgressNotificationValue> Told { get; } = new();

        public void Report(ProgressNotificationValue value)
        {
            Told.Enqueue(value);
            Volatile.Read(ref _next).TrySetResult();
        }

        /// <summary>Waits for one that comes from now on.</summary>
        public Task HearAsync()
        {
            var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _next, next);
            return next.Task;
        }
    }
}
