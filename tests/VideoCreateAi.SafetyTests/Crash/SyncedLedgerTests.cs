namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>A killed program keeps what the system had not yet written; a machine without power does not. So what the ledger says
/// of a side effect is not only written before it, but has reached the disk.</summary>
public sealed class SyncedLedgerTests
{
    private const string Log = "/ledger.db-wal";

    [Fact]
    public async Task What_is_sent_has_been_synced_to_the_disk_before()
    {
        PaidStage? stage = null;
        List<string> last = [];
        await using var begun = stage = await PaidStage.BeginAsync(cloud => cloud.Gate = () =>
        {
            // The operation on the ledger that came before this request.
            last.Add(stage?.Page.Last(400).LastOrDefault(line => line.EndsWith(Log, StringComparison.Ordinal)) ?? "none");
            return Task.CompletedTask;
        });
        await using var program = await stage.StartAsync();
        var ask = Flow.Making.Arguments(stage, 1, "");
        ask["wait_seconds"] = 600;

        var reply = await program.CallAsync(Flow.Making.Tool, ask);

        Assert.True(reply.Status == "done", reply.Text);
        Assert.Equal(stage.Cloud.Requests.Count, last.Count);
        var sent = stage.Cloud.Requests.Index().Where(request => request.Item is { Method: "POST", Path: "/run_sse" or "/api/render/proxy/lambda" }).ToList();
        Assert.Equal(2, sent.Count);
        Assert.All(sent, request => Assert.Matches($"sync .*{Log}$", last[request.Index]));
    }
}
