using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>What a user hears of files on their way up, and of those that did not all arrive.</summary>
public sealed class UploadStepTests : IDisposable
{
    private const string Taken = """{"code":0,"data":{"files":[{"filename":"a.png","file_type":"image","cdn_url":"media:1"}]}}""";

    private static readonly byte[] s_png = [0x89, .. "PNG\r\n\x1A\n"u8, .. "\0\0\0\rIHDR"u8, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0];

    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task An_upload_that_nobody_can_tell_of_ends_unclear_and_not_failed()
    {
        OnUpload(_ => throw new HttpRequestException("reset"));
        await using var server = Server();

        var job = await server.EndOfAsync(await UploadAsync(server, "a.png"));

        Assert.Equal((JobState.Unknown, "outcome_unknown"), (job.State, job.ErrorCode));
        Assert.Contains("The connection broke during the upload", job.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_later_file_that_is_refused_names_what_is_in_the_project_already()
    {
        OnUpload(number => number < 3 ? EditorBackend.Json(Taken) : EditorBackend.Json("""{"code":4002}"""));
        await using var server = Server();

        var job = await server.EndOfAsync(await UploadAsync(server, "a.png", "b.png", "c.png"));

        Assert.Equal((JobState.Failed, "file_too_large", 2), (job.State, job.ErrorCode, job.Uploaded.Count));
        Assert.EndsWith("not to be uploaded again: “a.png”, “b.png”.", job.Error, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_file_on_its_way_is_told_in_percent_within_its_part_of_the_job()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var told = new TaskCompletionSource<JobProgress>(TaskCreationOptions.RunContinuationsAsynchronously);
        _backend.OnUpload = async number =>
        {
            if (number == 2)
            {
                sent.SetResult();
                await told.Task;
            }

            return EditorBackend.Json(Taken);
        };
        await using var server = Server();
        var begun = await UploadAsync(server, "a.png", "talk.png");
        await sent.Task;
        var waiting = server.Jobs.WaitAsync(begun.Job.Id, TimeSpan.FromHours(1), new Told(told), CancellationToken.None);

        var progress = await told.Task;

        Assert.Equal(new JobProgress(20, "Uploading talk.png (2 of 2), 100 %…"), progress);
        Assert.Equal(JobState.Done, (await waiting).State);
    }

    private ServerProcess Server() => new(_backend, _folder.Path, TimeProvider.System, uploadGrace: TimeSpan.Zero);

    private void OnUpload(Func<int, HttpResponseMessage> answer) => _backend.OnUpload = number => Task.FromResult(answer(number));

    private Task<BegunJob> UploadAsync(ServerProcess server, params string[] names)
    {
        var policy = new FileAccessPolicy(new FileAccessOptions { ExtraFolders = [_folder.Path] });
        List<LocalFile> files = [];
        foreach (var name in names)
        {
            File.WriteAllBytes(_folder.File(name), s_png);
            files.Add(LocalFile.Open(_folder.File(name), policy));
        }

        return server.Desk.BeginAsync(
            new JobRequest("upload_media", null, new JobPlan { Uploads = files.Count }, new JobUploads(files, [])), CancellationToken.None);
    }

    private sealed class Told(TaskCompletionSource<JobProgress> told) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => told.TrySetResult(value);
    }
}
