using System.Net;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>Edits leave steps, and one goes to any of them as a job goes: written down first, alone in its project, safe from crashes.</summary>
public sealed class RestoredVersionTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new();
    private readonly HashSet<string> _dead = [];

    public RestoredVersionTests() => _backend.OnMessage = (message, _) =>
    {
        _backend.Draft = message.EndsWith('?') ? _backend.Draft : EditorBackend.DraftWith(message);
        return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
    };

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Every_edit_that_changes_the_timeline_is_a_step_with_its_message_and_its_change()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        await EditAsync(server, "how long is it?");
        await EditAsync(server, "two");

        var steps = await StepsAsync(server);

        Assert.Equal(["two", "one"], steps.Select(step => step.Message));
        Assert.Contains("Title added: 'two'", steps[0].Changes[0], StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_studio_gets_the_older_timeline_back_to_the_byte()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        var first = _backend.Draft;
        await EditAsync(server, "two");

        var job = await server.EndOfAsync(await server.RestoreAsync(1));

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(first, _backend.Draft);
        Assert.Contains("is the project's timeline again", job.Reply, StringComparison.Ordinal);
        Assert.Contains(job.Changes, change => change.Contains("Title removed: 'two'", StringComparison.Ordinal));
        Assert.Equal([(3, 1), (2, null), (1, null)], (await StepsAsync(server)).Select(step => (step.Number, step.Restored)));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_after_it_goes_on_from_there_and_forward_is_a_step_too()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        await EditAsync(server, "two");
        var second = _backend.Draft;
        await server.EndOfAsync(await server.RestoreAsync(1));
        await EditAsync(server, "three");

        await server.EndOfAsync(await server.RestoreAsync(2));

        Assert.Equal(second, _backend.Draft);
        Assert.Equal(["restored step 2", "three", "restored step 1", "two", "one"], (await StepsAsync(server)).Select(step => step.Message));
    }

    [Fact(Timeout = 60_000)]
    public async Task The_current_step_is_not_restored_again()
    {
        await using var server = Server();
        await EditAsync(server, "one");

        var job = await server.EndOfAsync(await server.RestoreAsync(1));

        Assert.Equal((JobState.Done, RestoreStep.NothingChanged), (job.State, job.Reply));
        Assert.DoesNotContain(_backend.Requests, request => request.StartsWith("PUT ", StringComparison.Ordinal));
        Assert.Single(await StepsAsync(server));
    }

    [Fact(Timeout = 60_000)]
    public async Task While_an_edit_runs_no_step_is_restored()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        await EditAsync(server, "two");
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnMessage = async (_, _) =>
        {
            await answer.Task;
            return EditorBackend.Stream("""{"type":"text","content":"Done."}""");
        };
        var edit = await server.EditAsync("three");

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.RestoreAsync(1));
        answer.SetResult();
        await server.EndOfAsync(edit);

        Assert.Equal("project_busy", refused.Code);
        Assert.Equal(JobState.Done, (await server.EndOfAsync(await server.RestoreAsync(1))).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task While_a_step_is_restored_no_edit_begins_in_any_window()
    {
        await using var server = Server();
        await using var other = Server();
        var project = (await EditAsync(server, "one")).ProjectId;
        await EditAsync(server, "two");
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnRestore = async () =>
        {
            asked.TrySetResult();
            await go.Task;
        };
        var restore = await server.RestoreAsync(1);
        await asked.Task;

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => other.EditAsync("three", projectId: project));
        go.SetResult();

        Assert.Equal("project_busy", refused.Code);
        Assert.Equal(JobState.Done, (await server.EndOfAsync(restore)).State);
        Assert.DoesNotContain("three", _backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_restoration_whose_process_dies_after_it_was_made_is_written_down_by_the_next_one()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        var first = _backend.Draft;
        await EditAsync(server, "two");
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isHeld = false;
        using var go = new ManualResetEventSlim();
        _backend.OnRestore = () =>
        {
            Volatile.Write(ref isHeld, true);
            return Task.CompletedTask;
        };
        _backend.OnState = () =>
        {
            if (Volatile.Read(ref isHeld))
            {
                made.TrySetResult();
                go.Wait(TimeSpan.FromSeconds(30));
            }

            return null;
        };
        var restore = await server.RestoreAsync(1);
        await made.Task;
        _dead.Add(server.Current);
        Volatile.Write(ref isHeld, false);

        await using var next = Server();
        var job = await next.EndOfAsync(restore);
        go.Set();

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(first, _backend.Draft);
        Assert.Equal(["restored step 1", "two", "one"], (await StepsAsync(next, restore.Job.ProjectId)).Select(step => step.Message));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_restoration_does_not_make_a_lost_edit_look_as_if_it_had_arrived()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        await EditAsync(server, "two");
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken("""{"type":"tool_call","name":"edit"}"""));
        var lost = await server.EditAsync("three");
        Assert.Equal(JobState.Unknown, (await server.EndOfAsync(lost)).State);

        await server.EndOfAsync(await server.RestoreAsync(1));

        Assert.Equal(JobState.Unknown, (await server.EndOfAsync(lost)).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_whose_outcome_became_clear_later_is_a_step_like_any_other()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Broken("""{"type":"tool_call","name":"edit"}"""));
        var lost = await server.EditAsync("two");
        Assert.Equal(JobState.Unknown, (await server.EndOfAsync(lost)).State);

        _backend.Draft = EditorBackend.DraftWith("two");
        var found = await server.EndOfAsync(lost);

        Assert.Equal(JobState.Done, found.State);
        Assert.Equal(["two", "one"], (await StepsAsync(server)).Select(step => step.Message));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_an_unclear_edit_made_is_not_lost_when_another_follows()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        _backend.Draft = EditorBackend.DraftWith("by hand");

        await EditAsync(server, "two");

        Assert.Equal([HistoryStepKind.Edited, HistoryStepKind.Found, HistoryStepKind.Edited], (await StepsAsync(server)).Select(step => step.Kind));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_studio_that_does_not_take_the_draft_leaves_everything_as_it_was()
    {
        await using var server = Server();
        await EditAsync(server, "one");
        await EditAsync(server, "two");
        _backend.OnOther = path => path.EndsWith("/draft", StringComparison.Ordinal)
            ? EditorBackend.Json("""{"code":400,"message":"That timeline shows files that are no longer in this project.","error":"malformed_draft"}""", HttpStatusCode.BadRequest)
            : null;

        var job = await server.EndOfAsync(await server.RestoreAsync(1));

        Assert.Equal((JobState.Failed, "malformed_draft"), (job.State, job.ErrorCode));
        Assert.Contains("no longer in this project", job.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await StepsAsync(server)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_project_of_another_backend_is_not_touched()
    {
        await using var cloud = new ServerProcess(_backend, _folder.Path, new FakeClock(), _dead);
        var elsewhere = (await cloud.EndOfAsync(await cloud.EditAsync("one"))).ProjectId;
        await using var server = Server();

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.RestoreAsync(1, elsewhere));

        Assert.Equal("project_on_other_backend", refused.Code);
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, _dead, isFree: true);

    private static async Task<Job> EditAsync(ServerProcess server, string message) => await server.EndOfAsync(await server.EditAsync(message));

    private static async Task<IReadOnlyList<HistoryStep>> StepsAsync(ServerProcess server, string? projectId = null) =>
        await server.History.ListAsync(projectId ?? server.Sessions.CurrentId!, 50, CancellationToken.None);
}
