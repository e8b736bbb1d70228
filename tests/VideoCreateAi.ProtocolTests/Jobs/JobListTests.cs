using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>What is listed for whoever asks without an id.</summary>
public sealed class JobListTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new() { Draft = EditorBackend.DraftWith("Dusk") };

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task What_runs_is_unclear_or_ended_untold_is_listed_the_newest_first()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new ServerProcess(_backend, _folder.Path, TimeProvider.System, isFree: true);
        var told = await server.EndOfAsync(await server.EditAsync("add a title"));
        var untold = await server.EditAsync("make it warmer");
        await server.Jobs.WaitAsync(untold.Job.Id, TimeSpan.FromMinutes(1), new Progress<JobProgress>(), CancellationToken.None);
        var unclear = told with { Id = "job_unclear", State = JobState.Unknown, Stage = JobStage.Editing, Request = "another", Owner = "gone" };
        await server.Ledger.AddAsync(unclear, CancellationToken.None);
        await server.Jobs.ToldAsync(unclear, CancellationToken.None);
        _backend.OnMessage = (_, _) =>
        {
            sent.SetResult();
            return answer.Task;
        };
        var running = await server.EditAsync("make it slower");
        await sent.Task;

        var listed = await server.Jobs.OpenJobsAsync(CancellationToken.None);

        Assert.Equal([running.Job.Id, unclear.Id, untold.Job.Id], listed.Select(job => job.Id));
        Assert.Equal([JobState.Running, JobState.Unknown, JobState.Done], listed.Select(job => job.State));
        answer.SetResult(EditorBackend.Stream("""{"type":"text","content":"Done."}"""));
        await server.EndOfAsync(running);
        await server.Jobs.ToldAsync((await server.Ledger.FindAsync(untold.Job.Id, CancellationToken.None))!, CancellationToken.None);
        Assert.Equal([unclear.Id], (await server.Jobs.OpenJobsAsync(CancellationToken.None)).Select(job => job.Id));
    }
}
