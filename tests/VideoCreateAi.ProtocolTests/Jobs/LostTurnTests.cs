using System.Net;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>A message is sent once. When its answer is lost, the state tells what became of it, or nobody does.</summary>
public sealed class LostTurnTests : IDisposable
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_next = TimeSpan.FromSeconds(60);

    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith() };
    private readonly FakeClock _clock = new();
    private readonly HashSet<string> _dead = [];

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_stream_that_breaks_is_settled_by_the_state_which_changed()
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Draft = EditorBackend.DraftWith("Paradise Found");
            return Task.FromResult(EditorBackend.Broken("""{"type":"tool_call","name":"add_title","args":{}}"""));
        };
        await using var server = Server();

        var begun = await server.EditAsync("add a title");
        await PassAsync(s_first);
        await PassAsync(s_next);
        var job = await server.EndOfAsync(begun);

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains(job.Changes, change => change.Contains("Paradise Found", StringComparison.Ordinal));
        Assert.Single(_backend.Messages);
    }

    [Theory(Timeout = 60_000)]
    [InlineData]
    [InlineData("heartbeat")]
    [InlineData("""{"type":"tool_call","name":"add_title","args":{}}""")]
    public async Task A_stream_that_just_ends_in_the_middle_is_a_loss_while_nothing_has_changed(params string[] events)
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Stream(events));
        await using var server = Server();

        var begun = await server.EditAsync("add a title");
        await _clock.UntilTimerAsync(s_first);
        _backend.Draft = EditorBackend.DraftWith("Paradise Found");
        _clock.Advance(s_first);
        await PassAsync(s_next);
        var job = await server.EndOfAsync(begun);

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains(job.Changes, change => change.Contains("Paradise Found", StringComparison.Ordinal));
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_change_is_told_only_when_it_has_come_to_rest()
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Draft = EditorBackend.DraftWith("One");
            return Task.FromResult(EditorBackend.Broken());
        };
        await using var server = Server();

        var begun = await server.EditAsync("add two titles");
        await PassAsync(s_first);
        await _clock.UntilTimerAsync(s_next);
        _backend.Draft = EditorBackend.DraftWith("One", "Two");
        _clock.Advance(s_next);
        await PassAsync(s_next);
        var job = await server.EndOfAsync(begun);

        Assert.Contains(job.Changes, change => change.Contains("Two", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task After_five_unchanged_reads_the_outcome_is_unknown_and_nothing_is_sent_again()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken());
        await using var server = Server();

        var begun = await server.EditAsync("add a title");
        await PassAsync(s_first);
        for (var read = 1; read < 5; read++)
        {
            await PassAsync(s_next);
        }

        await UntilAsync(async () => (await server.Ledger.FindAsync(begun.Job.Id, CancellationToken.None))!.State != JobState.Running);
        var reads = _backend.Requests.Count(request => request.Contains("/api/state/", StringComparison.Ordinal));
        var job = await server.EndOfAsync(begun);

        Assert.Equal((JobState.Unknown, "outcome_unknown"), (job.State, job.ErrorCode));
        Assert.Contains("not sent again", job.Error, StringComparison.Ordinal);
        Assert.Contains("balance has not fallen", job.Error, StringComparison.Ordinal);
        Assert.Single(_backend.Messages);

        // One before the message and five after it.
        Assert.Equal(6, reads);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reserved_credits_after_a_loss_are_told()
    {
        _backend.OnMessage = (_, _) =>
        {
            (_backend.Credits, _backend.Frozen) = (0, 100);
            return Task.FromResult(EditorBackend.Broken());
        };
        await using var server = Server();

        var job = await UnknownAsync(server, "make a clip of a fox");

        Assert.Contains("100 credits are reserved: a generation may still be running", job.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unclear_edit_that_arrives_later_is_told_as_done_when_it_is_asked_for()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken());
        await using var server = Server();
        var unclear = await UnknownAsync(server, "add a title");

        _backend.Draft = EditorBackend.DraftWith("Late");
        var look = server.Jobs.WaitAsync(unclear.Id, TimeSpan.FromHours(1), new Progress<JobProgress>(), CancellationToken.None);
        await PassAsync(s_next);
        var job = await look;

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains(job.Changes, change => change.Contains("Late", StringComparison.Ordinal));
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unclear_edit_of_a_session_that_is_gone_stays_unclear_whatever_the_next_one_shows()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken());
        await using var server = Server();
        var unclear = await UnknownAsync(server, "add a title");
        await server.Home.ForgetSessionAsync(await server.Sessions.FindAsync(unclear.ProjectId, CancellationToken.None), CancellationToken.None);
        _backend.OnOther = path => path == "/api/tasks/me/with-session/nemo_agent"
            ? EditorBackend.Json("""{"code":0,"data":{"task_id":"task2","session_id":"session2","user_id":"user1"}}""")
            : null;
        await server.Sessions.FindAsync(unclear.ProjectId, CancellationToken.None);
        _backend.Draft = EditorBackend.DraftWith("Another film");

        var job = await server.Jobs.LookAtAsync(unclear.Id, CancellationToken.None);

        Assert.Equal(JobState.Unknown, job.State);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_repeat_of_an_unclear_message_joins_it()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken());
        await using var server = Server();
        var unclear = await UnknownAsync(server, "add a title");

        var again = await server.EditAsync("add a title");

        Assert.Equal((unclear.Id, true), (again.Job.Id, again.Joined));
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_unclear_message_is_sent_again_under_a_fresh_key_alone()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken());
        await using var server = Server();
        var unclear = await UnknownAsync(server, "add a title");
        _backend.OnMessage = null;

        var again = await server.EditAsync("add a title", key: "again");

        Assert.NotEqual(unclear.Id, again.Job.Id);
        await server.EndOfAsync(again);
        Assert.Equal(2, _backend.Messages.Count);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_5xx_before_the_stream_may_be_a_proxy_that_passed_it_on(HttpStatusCode status)
    {
        _backend.OnMessage = (_, _) =>
        {
            _backend.Draft = EditorBackend.DraftWith("Passed on");
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("<html>bad gateway</html>") });
        };
        await using var server = Server();

        var begun = await server.EditAsync("add a title");
        await PassAsync(s_first);
        await PassAsync(s_next);

        Assert.Equal(JobState.Done, (await server.EndOfAsync(begun)).State);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_killed_after_sending_is_followed_by_one_that_reads_and_does_not_send()
    {
        _backend.OnMessage = async (_, cancellationToken) =>
        {
            _backend.Draft = EditorBackend.DraftWith("Made anyway");
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("Not reached.");
        };
        var first = Server();
        var begun = await first.EditAsync("add a title");
        await UntilAsync(() => Task.FromResult(_backend.Messages.Count == 1));
        await first.KillAsync();

        await using var second = Server();
        var told = second.EndOfAsync(begun);
        await PassAsync(s_next);
        var job = await told;

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains(job.Changes, change => change.Contains("Made anyway", StringComparison.Ordinal));
        Assert.Single(_backend.Messages);
        await first.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_killed_before_sending_is_followed_by_one_that_sends()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var hold = true;
        _backend.OnState = () =>
        {
            reading.TrySetResult();
            return Volatile.Read(ref hold) ? throw new HttpRequestException(HttpRequestError.ConnectionError, "no route") : null;
        };
        var first = Server();
        var begun = await first.EditAsync("add a title");
        await reading.Task;
        await first.KillAsync();
        Volatile.Write(ref hold, false);

        await using var second = Server();
        var job = await second.EndOfAsync(begun);

        Assert.Equal(JobState.Done, job.State);
        Assert.Single(_backend.Messages);
        await first.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_that_only_reads_leaves_a_job_to_one_that_may_go_on()
    {
        _backend.OnState = () => throw new HttpRequestException(HttpRequestError.ConnectionError, "no route");
        var first = Server();
        var begun = await first.EditAsync("add a title");
        await first.KillAsync();
        _backend.OnState = null;

        await using var reader = new ServerProcess(_backend, _folder.Path, _clock, _dead) { TakesOver = false };
        await reader.Jobs.StartAsync(CancellationToken.None);
        var seen = await reader.Jobs.LookAtAsync(begun.Job.Id, CancellationToken.None);
        var sent = _backend.Messages.Count;
        await using var second = Server();
        var job = await second.EndOfAsync(begun);

        Assert.Equal(JobState.Running, seen.State);
        Assert.Equal(begun.Job.Owner, seen.Owner);
        Assert.Equal(0, sent);
        Assert.Equal(JobState.Done, job.State);
        await first.DisposeAsync();
    }

    private ServerProcess Server() => new(_backend, _folder.Path, _clock, _dead);

    private async Task PassAsync(TimeSpan time)
    {
        await _clock.UntilTimerAsync(time);
        _clock.Advance(time);
    }

    private async Task<Job> UnknownAsync(ServerProcess server, string message)
    {
        var begun = await server.EditAsync(message);
        await PassAsync(s_first);
        for (var read = 1; read < 5; read++)
        {
            await PassAsync(s_next);
        }

        return await server.EndOfAsync(begun);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Yield();
        }
    }
}
