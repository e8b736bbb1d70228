using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>What cancelling stops, what it cannot stop, and what is said to remain.</summary>
public sealed class CancelledJobTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith("Dusk") };
    private readonly HashSet<string> _dead = [];
    private volatile string _render = "processing";
    private readonly TaskCompletionSource _rendering = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task An_export_is_stopped_on_the_backend_and_ends_at_once()
    {
        TakeRenders();
        await using var server = Server();
        await server.EndOfAsync(await server.EditAsync("add a title"));
        var begun = await ExportAsync(server);
        await _rendering.Task;

        var job = await server.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None);

        Assert.Equal((JobState.Cancelled, "cancelled", "The export was stopped; no file was made. The timeline is unchanged."), (job.State, job.ErrorCode, job.Error));
        Assert.Single(_backend.Requests, request => request.EndsWith("/cancel", StringComparison.Ordinal));
        Assert.Equal(JobState.Cancelled, (await server.Ledger.FindAsync(job.Id, CancellationToken.None))!.State);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_that_was_sent_cannot_be_called_back()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hold(sent, answer);
        await using var server = Server();
        var begun = await server.EditAsync("add a title");
        await sent.Task;

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None));

        Assert.Equal("edit_was_sent", refused.Code);
        answer.SetResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        Assert.Equal(JobState.Done, (await server.EndOfAsync(begun)).State);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_job_that_was_stopped_while_its_message_left_is_unclear_and_not_called_cancelled()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnMessage = async (_, cancellationToken) =>
        {
            sent.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return EditorBackend.Stream();
        };
        await using var server = Server();
        var begun = await server.EditAsync("add a title");
        await sent.Task;

        var running = server.Jobs.Here(begun.Job.Id)!;
        running.IsCancelWanted = true;
        await running.Stop.CancelAsync();
        await running.Completion;

        var row = (await server.Ledger.FindAsync(begun.Job.Id, CancellationToken.None))!;
        Assert.Equal((JobState.Unknown, "outcome_unknown"), (row.State, row.ErrorCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_video_that_is_cancelled_during_its_edit_keeps_the_edit_and_is_not_exported()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Hold(sent, answer);
        await using var server = Server();
        var plan = new JobPlan { Message = "make a promo", Export = new ExportRequest() };
        var begun = await server.Desk.BeginAsync(new JobRequest("create_video", null, plan, JobUploads.None), CancellationToken.None);
        await sent.Task;

        var cancelling = server.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None);
        answer.SetResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        var job = await cancelling;

        Assert.Equal((JobState.Cancelled, "The export was stopped; no file was made. The edit before it was made and stays."), (job.State, job.Error));
        Assert.Equal("Done.", job.Reply);
        Assert.DoesNotContain(_backend.Requests, request => request.StartsWith("POST /api/render", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_upload_is_stopped_and_what_had_arrived_stays()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnUpload = async number =>
        {
            if (number == 2)
            {
                second.SetResult();
                await new TaskCompletionSource().Task;
            }

            return EditorBackend.Json("""{"code":0,"data":{"files":[{"filename":"a.png","file_type":"image","cdn_url":"media:1"}]}}""");
        };
        await using var server = Server();
        var request = new JobRequest(
            "upload_media", null, new JobPlan { Uploads = 2 }, new JobUploads([Picture("a.png"), Picture("b.png")], []));
        var begun = await server.Desk.BeginAsync(request, CancellationToken.None);
        await second.Task;

        var job = await server.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None);

        Assert.Equal((JobState.Cancelled, 1), (job.State, job.Uploaded.Count));
        Assert.StartsWith("The job was stopped during its uploads. The files that had arrived stay", job.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_job_that_has_ended_stays_as_it_ended()
    {
        await using var server = Server();
        var ended = await server.EndOfAsync(await server.EditAsync("add a title"));

        var job = await server.Cancellation.CancelAsync(ended.Id, CancellationToken.None);

        Assert.Equal(JobState.Done, job.State);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_export_of_another_process_is_stopped_through_the_backend()
    {
        TakeRenders();
        await using var owner = Server();
        await using var other = Server();
        await owner.EndOfAsync(await owner.EditAsync("add a title"));
        var begun = await ExportAsync(owner);
        await _rendering.Task;

        var job = await other.Cancellation.CancelAsync(begun.Job.Id, CancellationToken.None);

        Assert.Equal(JobState.Cancelled, job.State);
        Assert.Equal(JobState.Cancelled, (await owner.EndOfAsync(begun)).State);
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, _dead, isFree: true);

    private LocalFile Picture(string name)
    {
        File.WriteAllBytes(_folder.File(name), [0x89, .. "PNG\r\n\x1A\n"u8, .. "\0\0\0\rIHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
        return LocalFile.Open(_folder.File(name), new FileAccessPolicy(new FileAccessOptions { ExtraFolders = [_folder.Path] }));
    }

    private static Task<BegunJob> ExportAsync(ServerProcess server) => server.Desk.BeginAsync(
        new JobRequest("export_video", null, new JobPlan { Export = new ExportRequest() }, JobUploads.None) { NeedsProject = true }, CancellationToken.None);

    private void Hold(TaskCompletionSource sent, TaskCompletionSource<HttpResponseMessage> answer) => _backend.OnMessage = (_, _) =>
    {
        sent.SetResult();
        return answer.Task;
    };

    private void TakeRenders() => _backend.OnOther = path =>
    {
        if (!path.StartsWith("/api/render/", StringComparison.Ordinal))
        {
            return null;
        }

        if (path.EndsWith("/cancel", StringComparison.Ordinal))
        {
            _render = "cancelled";
        }
        else if (path.Contains("render_", StringComparison.Ordinal))
        {
            _rendering.TrySetResult();
        }

        return EditorBackend.Json($$$"""{"success":true,"data":{"id":"{{{Id(path)}}}","status":"{{{_render}}}","progress":20}}""");
    };

    private static string Id(string path) => path.Split('/').FirstOrDefault(part => part.StartsWith("render_", StringComparison.Ordinal)) ?? "render_0";
}
