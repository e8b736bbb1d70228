using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>Several videos in one job: each on its own, one after the other, told together.</summary>
public sealed class BatchJobTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith("Dusk") };
    private readonly HashSet<string> _dead = [];

    public BatchJobTests() => _backend.OnOther = path => path.StartsWith("/api/render/", StringComparison.Ordinal)
        ? EditorBackend.Json($$$"""{"success":true,"data":{"id":"{{{RenderOf(path)}}}","status":"failed","error":"no room","errorCode":"disk_full"}}""")
        : null;

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Each_video_is_asked_for_in_turn_with_its_own_files_and_an_empty_timeline()
    {
        _backend.OnUpload = number => Task.FromResult(EditorBackend.Json(
            $$$"""{"code":0,"data":{"files":[{"filename":"{{{number}}}.png","file_type":"image","cdn_url":"media:{{{number}}}"}]}}"""));
        await using var server = Server();

        var job = await BatchAsync(server, Item("first", "a.png"), Item("second", "b.png"), Item("third"));

        Assert.Equal(["Start over with only 1.png. first", "Start over with only 2.png. second", "Start over. third"], _backend.Messages);
        Assert.Equal(3, job.Items.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_fails_stops_no_other_and_each_is_told()
    {
        _backend.OnMessage = (message, _) => Task.FromResult(message.EndsWith("second", StringComparison.Ordinal)
            ? EditorBackend.Stream("""{"type":"error","message":"I cannot do that","code":"bad_request"}""")
            : EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        await using var server = Server();

        var job = await BatchAsync(server, Item("first"), Item("second"), Item("third"));

        Assert.Equal(3, _backend.Messages.Count);
        Assert.All(job.Items, item => Assert.Equal(JobState.Failed, item.State));
        Assert.NotEqual("disk_full", job.Items[1].ErrorCode);
        Assert.Equal(("disk_full", "disk_full"), (job.Items[0].ErrorCode, job.Items[2].ErrorCode));
        Assert.StartsWith("None of the 3 videos was made. Of the first: The export failed: no room", job.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task One_that_cannot_be_begun_is_left_out()
    {
        await using var server = Server();
        var broken = Item("second") with { State = JobState.Failed, ErrorCode = "file_not_found", Error = "There is no b.png." };

        var job = await BatchAsync(server, Item("first"), broken, Item("third"));

        Assert.Equal(["Start over. first", "Start over. third"], _backend.Messages);
        Assert.Equal("file_not_found", job.Items[1].ErrorCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_stops_one_and_would_stop_the_next_leaves_the_rest_unsent()
    {
        _backend.OnMessage = (_, _) => Task.FromResult(EditorBackend.Json("""{"code":2001,"message":"no credits"}"""));
        await using var server = Server();

        var job = await BatchAsync(server, Item("first"), Item("second"));

        Assert.Single(_backend.Messages);
        Assert.Equal((JobState.Failed, "out_of_credits"), (job.State, job.ErrorCode));
        Assert.Equal((null, "skipped"), (job.Items[1].State, job.Items[1].ErrorCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_batch_whose_process_died_goes_on_at_the_next_look_and_repeats_nothing()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnMessage = async (message, cancellationToken) =>
        {
            if (message.EndsWith("second", StringComparison.Ordinal) && second.TrySetResult())
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return EditorBackend.Stream("""{"type":"text","content":"Done."}""");
        };
        await using var dying = Server();
        var begun = await dying.Desk.BeginAsync(Request(Item("first"), Item("second"), Item("third")), CancellationToken.None);
        await second.Task;
        _backend.Draft = EditorBackend.DraftWith("Dawn");
        await dying.KillAsync();
        await using var next = Server();

        var job = await next.EndOfAsync(begun);

        Assert.Equal(["Start over. first", "Start over. second", "Start over. third"], _backend.Messages);
        Assert.All(job.Items, item => Assert.Equal("disk_full", item.ErrorCode));
    }

    [Fact(Timeout = 60_000)]
    public async Task Progress_never_goes_back_from_one_video_to_the_next()
    {
        await using var server = Server();
        var running = new RunningJob(new Job { Id = "job_1", ProjectId = "prj_1", Tool = "create_video", Plan = new JobPlan() }) { Stop = new CancellationTokenSource() };

        running.Window(0, 2, "Video 1 of 2");
        running.Report(new JobProgress(100, "Saved."));
        running.Window(1, 2, "Video 2 of 2");
        running.Report(new JobProgress(20, "Editing…"));

        Assert.Equal(new JobProgress(60, "Video 2 of 2: Editing…"), running.Latest);
    }

    private static BatchItem Item(string text, params string[] files) => new()
    {
        Plan = new JobPlan { Message = text, Uploads = files.Length, StartsOver = true, Export = new ExportRequest() },
        Reply = files.FirstOrDefault(),
    };

    private static string RenderOf(string path) => path.Split('/').FirstOrDefault(part => part.StartsWith("render_", StringComparison.Ordinal)) ?? "render_0";

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, _dead, isFree: true);

    private JobRequest Request(params BatchItem[] items) => new(
        "create_video", null, items[0].Plan, JobUploads.None with { Items = [.. items.Select(item => new JobUploads(Pictures(item), []))] })
    {
        Items = items, FirstMessage = "first",
    };

    private async Task<Job> BatchAsync(ServerProcess server, params BatchItem[] items) =>
        await server.EndOfAsync(await server.Desk.BeginAsync(Request(items), CancellationToken.None));

    private List<LocalFile> Pictures(BatchItem item)
    {
        if (item.Reply is not { } name)
        {
            return [];
        }

        File.WriteAllBytes(_folder.File(name), [0x89, .. "PNG\r\n\x1A\n"u8, .. "\0\0\0\rIHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0]);
        return [LocalFile.Open(_folder.File(name), new FileAccessPolicy(new FileAccessOptions { ExtraFolders = [_folder.Path] }))];
    }
}
