using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>A step that may cost money is on the disk before it is sent, or it is not sent.</summary>
public sealed class LedgerFaultTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly EditorBackend _backend = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_paid_step_is_refused_while_the_ledger_lives_in_memory()
    {
        await using var server = new ServerProcess(_backend, _folder.Path, TimeProvider.System, ledgerPath: await InTheWayAsync());

        var refused = await Assert.ThrowsAsync<ToolRefusedException>(() => server.EditAsync("add a title"));

        Assert.Equal("ledger_not_durable", refused.Code);
        Assert.Empty(_backend.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_free_step_goes_on_while_the_ledger_lives_in_memory()
    {
        await using var server = new ServerProcess(
            _backend, _folder.Path, TimeProvider.System, isFree: true, ledgerPath: await InTheWayAsync());
        _backend.OnOther = path => path == "/api/auth/anonymous-token"
            ? EditorBackend.Json("""{"code":0,"data":{"token":"t1","user_id":"u1","expires_at":"2027-01-01T00:00:00Z","credits":0}}""")
            : null;

        var job = await server.EndOfAsync(await server.EditAsync("add a title"));

        Assert.Equal(JobState.Done, job.State);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ledger_that_cannot_be_written_any_more_refuses_before_anything_is_sent()
    {
        await using var server = new ServerProcess(_backend, _folder.Path, TimeProvider.System);
        await server.EndOfAsync(await server.EditAsync("add a title"));

        // As a full disk does to every further page.
        await server.Database.ExecuteAsync("PRAGMA max_page_count=1", _ => { }, CancellationToken.None);
        var fault = await Assert.ThrowsAsync<LedgerUnwritableException>(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                await server.EndOfAsync(await server.EditAsync($"add a title {i}: {new string('x', 20_000)}"));
            }
        });

        Assert.Contains("nothing was charged", fault.Message, StringComparison.Ordinal);
        Assert.Equal("ledger_unwritable", JobFault.Of(fault)!.Code);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_edit_that_was_made_is_done_although_its_last_row_is_not_taken()
    {
        await using var server = new ServerProcess(_backend, _folder.Path, TimeProvider.System);
        _backend.OnState = () =>
        {
            if (_backend.Messages.Count > 0)
            {
                server.Database.ExecuteAsync("PRAGMA query_only=1", _ => { }, CancellationToken.None).GetAwaiter().GetResult();
            }

            return null;
        };

        var begun = await server.EditAsync("add a title");
        var job = await server.Jobs.WaitAsync(begun.Job.Id, TimeSpan.FromSeconds(30), new Progress<JobProgress>(), CancellationToken.None);
        await server.Database.ExecuteAsync("PRAGMA query_only=0", _ => { }, CancellationToken.None);
        await server.Jobs.LookAtAsync(begun.Job.Id, CancellationToken.None);

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal(JobState.Done, (await server.Ledger.FindAsync(begun.Job.Id, CancellationToken.None))!.State);
        Assert.Equal(["add a title"], _backend.Messages);
    }

    [Theory]
    [InlineData(true, 0, "The edit was made and stays.")]
    [InlineData(false, 0, "nothing is charged for it")]
    [InlineData(true, 1, "The edit was made and stays.")]
    public void An_export_that_the_ledger_stops_does_not_say_that_nothing_was_sent(bool hasMessage, int uploads, string words)
    {
        var job = new Job
        {
            Id = "job_1", ProjectId = "prj_1", Tool = "create_video", Stage = JobStage.Exporting,
            Plan = new JobPlan { Message = hasMessage ? "add a title" : null, Uploads = uploads, Export = new ExportRequest() },
        };

        var fault = JobFault.Of(new LedgerUnwritableException(new IOException()), job)!;

        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing was sent", fault.Message, StringComparison.Ordinal);
    }

    private async Task<string> InTheWayAsync()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way");
        return Path.Combine(_folder.File("file"), "ledger.db");
    }
}
