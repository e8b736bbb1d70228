using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>Clients repeat calls that they lost, under new ids, and people repeat messages because they mean it.</summary>
public sealed class RepeatedCallTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new();
    private readonly HashSet<string> _dead = [];

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_message_repeated_while_it_runs_joins_it_and_is_sent_once()
    {
        var answer = Answer();
        await using var server = Server();

        var first = await server.EditAsync("add a title");
        var second = await server.EditAsync("add a title");
        answer.SetResult();

        Assert.Equal((first.Job.Id, true), (second.Job.Id, second.Joined));
        Assert.Equal(JobState.Done, (await server.EndOfAsync(second)).State);
        Assert.Equal(["add a title"], _backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_message_repeated_in_another_process_joins_it_too()
    {
        var answer = Answer();
        await using var one = Server();
        await using var two = Server();

        var first = await one.EditAsync("add a title");
        var second = await two.EditAsync("add a title");
        answer.SetResult();

        Assert.Equal((first.Job.Id, true), (second.Job.Id, second.Joined));
        Assert.Equal(JobState.Done, (await two.EndOfAsync(second)).State);
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task Undo_twice_undoes_twice()
    {
        await using var server = Server();

        await server.EndOfAsync(await server.EditAsync("undo"));
        await server.EndOfAsync(await server.EditAsync("undo"));

        Assert.Equal(["undo", "undo"], _backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_result_that_was_never_told_is_told_to_the_repeated_call()
    {
        await using var server = Server();
        var first = await server.EditAsync("undo");
        await UntilEndedAsync(server, first);

        var second = await server.EditAsync("undo");

        Assert.Equal((first.Job.Id, true), (second.Job.Id, second.Joined));
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_same_key_returns_the_same_job_even_when_it_was_told()
    {
        await using var server = Server();
        var first = await server.EditAsync("undo", key: "k1");
        await server.EndOfAsync(first);

        var second = await server.EditAsync("undo", key: "k1");

        Assert.Equal((first.Job.Id, true), (second.Job.Id, second.Joined));
        Assert.Single(_backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_key_reused_for_another_text_is_refused()
    {
        await using var server = Server();
        await server.EndOfAsync(await server.EditAsync("undo", key: "k1"));

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.EditAsync("make it red", key: "k1"));

        Assert.Equal("key_reused", refused.Code);
        Assert.Equal(["undo"], _backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_second_edit_of_the_project_hears_of_the_one_that_runs()
    {
        var answer = Answer();
        await using var one = Server();
        await using var two = Server();
        var first = await one.EditAsync("add a title");

        var here = await Assert.ThrowsAsync<ToolRefusedException>(() => one.EditAsync("make it red"));
        var elsewhere = await Assert.ThrowsAsync<ToolRefusedException>(() => two.EditAsync("make it blue", projectId: first.Job.ProjectId));

        Assert.Equal(("project_busy", "project_busy"), (here.Code, elsewhere.Code));
        Assert.Contains(first.Job.Id, here.Message, StringComparison.Ordinal);
        Assert.Contains(first.Job.Id, elsewhere.Message, StringComparison.Ordinal);
        answer.SetResult();
        await one.EndOfAsync(first);
        await two.EndOfAsync(await two.EditAsync("make it blue"));
        Assert.Equal(["add a title", "make it blue"], _backend.Messages);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_export_waits_for_the_edit_that_runs()
    {
        var answer = Answer();
        await using var server = Server();
        var edit = await server.EditAsync("add a title");

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.Desk.BeginAsync(
            new JobRequest("export_video", null, new JobPlan { Export = new ExportRequest() }, JobUploads.None) { NeedsProject = true }, CancellationToken.None));

        Assert.Equal("project_busy", refused.Code);
        answer.SetResult();
        await server.EndOfAsync(edit);
    }

    [Fact(Timeout = 60_000)]
    public async Task Twenty_calls_at_once_send_one_message()
    {
        var answer = Answer();
        await using var one = Server();
        await using var two = Server();
        var project = (await one.Sessions.OpenAsync(null, "hello", CancellationToken.None)).Id;

        var calls = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => (i % 2 == 0 ? one : two).EditAsync("add a title", projectId: project))));
        answer.SetResult();

        Assert.Single(calls, call => !call.Joined);
        Assert.Single(calls.Select(call => call.Job.Id).Distinct());
        await one.EndOfAsync(calls[0]);
        Assert.Single(_backend.Messages);
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, _dead);

    /// <summary>The backend answers messages once this is set.</summary>
    private TaskCompletionSource Answer()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnMessage = async (_, cancellationToken) =>
        {
            await answer.Task.WaitAsync(cancellationToken);
            return EditorBackend.Stream("""{"type":"text","content":"Done."}""");
        };
        return answer;
    }

    // A look at the row, which is not a call that tells the result.
    private static async Task UntilEndedAsync(ServerProcess server, BegunJob begun)
    {
        while ((await server.Ledger.FindAsync(begun.Job.Id, CancellationToken.None))!.State == JobState.Running)
        {
            await Task.Yield();
        }
    }
}
