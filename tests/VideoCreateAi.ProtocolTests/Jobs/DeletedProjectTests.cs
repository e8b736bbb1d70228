using System.Net;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>A project goes as a whole, when nothing works on it, or not at all.</summary>
public sealed class DeletedProjectTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new();
    private readonly HashSet<string> _dead = [];

    public DeletedProjectTests()
    {
        _backend.OnMessage = (message, _) =>
        {
            _backend.Draft = EditorBackend.DraftWith(message);
            return Task.FromResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        };
        _backend.OnOther = path => path == "/studio/projects/session1" ? EditorBackend.Json("""{"code":0,"data":{}}""") : null;
    }

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task It_goes_with_its_history_and_its_jobs_and_others_keep_theirs()
    {
        await using var server = Server();
        var kept = (await EditAsync(server, "kept", ProjectSessions.NewProject)).ProjectId;
        var gone = await EditAsync(server, "gone", ProjectSessions.NewProject);

        await server.Deletion.DeleteAsync(await server.Sessions.LookUpAsync(gone.ProjectId, CancellationToken.None), CancellationToken.None);

        Assert.Equal(1, _backend.Requests.Count(request => request == "DELETE /studio/projects/session1"));
        Assert.Null(await server.Ledger.FindAsync(gone.Id, CancellationToken.None));
        Assert.Equal((0, 1), (await StepsAsync(server, gone.ProjectId), await StepsAsync(server, kept)));
        Assert.Equal(kept, (await server.Sessions.LookUpAsync(kept, CancellationToken.None)).Id);
        Assert.Equal("project_not_found", (await Assert.ThrowsAsync<ToolRefusedException>(() => server.EditAsync("more", projectId: gone.ProjectId))).Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task While_a_job_of_it_runs_it_stays_as_it_is()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnMessage = async (_, _) =>
        {
            asked.TrySetResult();
            await answer.Task;
            return EditorBackend.Stream("""{"type":"text","content":"Done."}""");
        };
        await using var server = Server();
        var running = await server.EditAsync("one");
        await asked.Task;
        var project = await server.Sessions.LookUpAsync(running.Job.ProjectId, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.Deletion.DeleteAsync(project, CancellationToken.None));
        answer.SetResult();
        await server.EndOfAsync(running);
        await server.Deletion.DeleteAsync(project, CancellationToken.None);

        Assert.Equal("project_busy", refused.Code);
        Assert.Contains(running.Job.Id, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, _backend.Requests.Count(request => request.StartsWith("DELETE ", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<ToolRefusedException>(() => server.Sessions.LookUpAsync(project.Id, CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_studio_that_refuses_keeps_the_project_listed()
    {
        _backend.OnOther = path => path == "/studio/projects/session1"
            ? EditorBackend.Json("""{"code":409,"message":"An export of this project is still running.","error":"project_busy"}""", HttpStatusCode.Conflict)
            : null;
        await using var server = Server();
        var project = await server.Sessions.LookUpAsync((await EditAsync(server, "one")).ProjectId, CancellationToken.None);

        var refused = await Assert.ThrowsAsync<BackendException>(() => server.Deletion.DeleteAsync(project, CancellationToken.None));

        Assert.Equal("project_busy", refused.Reason);
        Assert.Equal((project.Id, 1), ((await server.Sessions.LookUpAsync(project.Id, CancellationToken.None)).Id, await StepsAsync(server, project.Id)));
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_the_studio_no_longer_has_can_still_be_deleted_here()
    {
        _backend.OnOther = path => path == "/studio/projects/session1"
            ? EditorBackend.Json("""{"code":1002,"message":"There is no such session."}""", HttpStatusCode.NotFound)
            : null;
        await using var server = Server();
        var project = await server.Sessions.LookUpAsync((await EditAsync(server, "one")).ProjectId, CancellationToken.None);

        await server.Deletion.DeleteAsync(project, CancellationToken.None);

        await Assert.ThrowsAsync<ToolRefusedException>(() => server.Sessions.LookUpAsync(project.Id, CancellationToken.None));
    }

    [Fact(Timeout = 60_000)]
    public async Task Another_window_that_worked_on_it_begins_anew()
    {
        await using var one = Server();
        await using var two = Server();
        var project = (await EditAsync(one, "one")).ProjectId;
        await two.Sessions.FindAsync(project, CancellationToken.None);
        await one.Deletion.DeleteAsync(await one.Sessions.LookUpAsync(project, CancellationToken.None), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => two.RestoreAsync(1));
        var next = await EditAsync(two, "two");

        Assert.Equal("no_project", refused.Code);
        Assert.Equal(JobState.Done, next.State);
        Assert.NotEqual(project, next.ProjectId);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_cloud_is_not_asked_to_delete_anything()
    {
        await using var server = new ServerProcess(_backend, _folder.Path, new FakeClock(), _dead);
        var project = await server.Sessions.LookUpAsync((await EditAsync(server, "one")).ProjectId, CancellationToken.None);

        await server.Deletion.DeleteAsync(project, CancellationToken.None);

        Assert.DoesNotContain(_backend.Requests, request => request.StartsWith("DELETE ", StringComparison.Ordinal));
        Assert.Equal(0, await StepsAsync(server, project.Id));
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, _dead, isFree: true);

    private static async Task<Job> EditAsync(ServerProcess server, string message, string? projectId = null) =>
        await server.EndOfAsync(await server.EditAsync(message, projectId: projectId));

    private static Task<int> StepsAsync(ServerProcess server, string projectId) => server.History.CountAsync(projectId, CancellationToken.None);
}
