using System.Net;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>What is told of a job's end is what happened, whatever else fails around it.</summary>
public sealed class EndOfJobTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith() };
    private readonly HashSet<string> _dead = [];

    public void Dispose() => _folder.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData(HttpStatusCode.InternalServerError, """{"code":500,"message":"down"}""")]
    [InlineData(HttpStatusCode.NotFound, """{"code":1002,"message":"gone"}""")]
    [InlineData(HttpStatusCode.Unauthorized, """{"code":1001,"message":"expired"}""")]
    public async Task An_edit_that_was_answered_is_done_even_when_the_timeline_cannot_be_read_afterwards(HttpStatusCode status, string body)
    {
        var isDown = false;
        _backend.OnState = () => isDown ? EditorBackend.Json(body, status) : null;
        _backend.OnMessage = (_, _) =>
        {
            isDown = true;
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"The title is in."}"""));
        };
        await using var server = Server();

        var job = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains("The title is in.", job.Reply, StringComparison.Ordinal);
        Assert.Contains("could not be read afterwards", job.Reply, StringComparison.Ordinal);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_call_that_broke_off_before_it_told_the_end_is_joined_by_its_repeat()
    {
        await using var server = Server();
        var first = await server.EditAsync("undo");

        // The wait has ended, and nobody has heard of it yet.
        await server.Jobs.WaitAsync(first.Job.Id, TimeSpan.FromMinutes(1), new Progress<JobProgress>(), CancellationToken.None);
        var second = await server.EditAsync("undo");

        Assert.True(second.Joined);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_repeat_that_names_the_project_it_has_learned_joins_the_call_that_did_not()
    {
        await using var server = Server();
        var first = await server.EditAsync("undo");

        var second = await server.EditAsync("undo", projectId: first.Job.ProjectId);

        Assert.True(second.Joined);
        await server.EndOfAsync(second);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_job_that_another_process_took_sends_nothing_more()
    {
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var go = new ManualResetEventSlim();
        _backend.OnState = () =>
        {
            reading.TrySetResult();
            go.Wait(TimeSpan.FromSeconds(30));
            return null;
        };
        await using var server = Server();
        var begun = await server.EditAsync("add a title");
        await reading.Task;
        var row = (await server.Ledger.FindAsync(begun.Job.Id, CancellationToken.None))!;
        Assert.True(await server.Ledger.TakeOverAsync(row, "somebody else", CancellationToken.None));

        go.Set();
        while ((await server.Jobs.LookAtAsync(begun.Job.Id, CancellationToken.None)).Owner != "somebody else")
        {
            await Task.Yield();
        }

        Assert.Empty(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_session_that_is_gone_is_replaced_by_the_next_call()
    {
        var isGone = true;
        _backend.OnState = () => isGone ? EditorBackend.Json("""{"code":1002,"message":"gone"}""", HttpStatusCode.NotFound) : null;
        await using var server = Server();

        var lost = await server.EndOfAsync(await server.EditAsync("add a title"));
        isGone = false;
        var next = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Equal((JobState.Failed, "session_not_found"), (lost.State, lost.ErrorCode));
        Assert.Contains("next call begins a new session", lost.Error, StringComparison.Ordinal);
        Assert.Equal((JobState.Done, lost.ProjectId), (next.State, next.ProjectId));
        Assert.Equal(2, _backend.Requests.Count(request => request == "POST /api/tasks/me/with-session/nemo_agent"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Two_processes_that_replace_a_lost_session_go_on_in_the_same_one()
    {
        var made = 0;
        using var both = new Barrier(2);
        _backend.OnOther = path =>
        {
            if (path != "/api/tasks/me/with-session/nemo_agent")
            {
                return null;
            }

            var number = Interlocked.Increment(ref made);
            if (number > 1)
            {
                // Both have asked before either is answered.
                both.SignalAndWait(TimeSpan.FromSeconds(20));
            }

            return EditorBackend.Json($$$"""{"code":0,"data":{"task_id":"task1","session_id":"session{{{number}}}","user_id":"user1"}}""");
        };
        await using var one = Server();
        await using var two = Server();
        var project = await one.Sessions.OpenAsync(null, "hello", CancellationToken.None);
        await one.Home.ForgetSessionAsync(project, CancellationToken.None);

        var found = await Task.WhenAll(
            Task.Run(() => one.Sessions.FindAsync(project.Id, CancellationToken.None)),
            Task.Run(() => two.Sessions.FindAsync(project.Id, CancellationToken.None)));

        Assert.Single(found.Select(each => each.SessionId).Distinct());
        Assert.NotEqual(project.SessionId, found[0].SessionId);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_balance_that_cannot_be_read_does_not_undo_the_edit_before_it()
    {
        var isDown = false;
        _backend.OnOther = path => isDown && path.Contains("credits", StringComparison.Ordinal)
            ? EditorBackend.Json("""{"code":500,"message":"down"}""", HttpStatusCode.InternalServerError)
            : null;
        _backend.OnMessage = (_, _) =>
        {
            isDown = true;
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"The title is in."}"""));
        };
        await using var server = Server();
        var request = new JobRequest("create_video", null, new JobPlan { Message = "add a title", Credits = true }, JobUploads.None) { FirstMessage = "add a title" };

        var job = await server.EndOfAsync(await server.Desk.BeginAsync(request, CancellationToken.None));

        Assert.Equal(JobState.Done, job.State);
        Assert.Contains("The title is in.", job.Reply, StringComparison.Ordinal);
        Assert.Contains("get_credits shows it", job.Reply, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_job_of_another_backend_is_left_to_a_server_that_has_it()
    {
        _backend.OnMessage = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("Not reached.");
        };
        var cloud = Server();
        var begun = await cloud.EditAsync("add a title");
        await cloud.KillAsync();
        var asked = _backend.Requests.Count;

        await using var studio = new ServerProcess(_backend, _folder.Path, TimeProvider.System, _dead, isFree: true);
        await studio.Jobs.StartAsync(CancellationToken.None);
        var job = await studio.Jobs.LookAtAsync(begun.Job.Id, CancellationToken.None);

        Assert.Equal((JobState.Running, cloud.Current), (job.State, job.Owner));
        Assert.Equal(asked, _backend.Requests.Count);
        await cloud.DisposeAsync();
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, _dead);
}
