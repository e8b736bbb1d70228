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

    private async Task<string> InTheWayAsync()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way");
        return Path.Combine(_folder.File("file"), "ledger.db");
    }
}
