using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>All retries of a client together.</summary>
public sealed class RetryBudgetTests
{
    [Fact(Timeout = 60_000)]
    public async Task A_backend_in_trouble_gets_a_tenth_more_than_it_was_asked_and_a_few_retries_at_first()
    {
        const int Calls = 200;
        await using var server = LyingBackend.Start();
        server.Always(RawStep.Send(LyingBackend.Reply("", 503)));
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder, options => options.RetryDelay = TimeSpan.Zero);

        for (var i = 0; i < Calls; i++)
        {
            await Assert.ThrowsAsync<BackendException>(() => client.GetCreditsAsync(default));
        }

        Assert.InRange(server.Asked.Count, Calls + 10, Calls + 10 + (Calls / 10));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_lone_call_gets_all_of_its_tries()
    {
        await using var server = LyingBackend.Start();
        server.Always(RawStep.Send(LyingBackend.Reply("", 503)));
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder, options => options.RetryDelay = TimeSpan.Zero);

        await Assert.ThrowsAsync<BackendException>(() => client.GetCreditsAsync(default));

        Assert.Equal(3, server.Asked.Count);
    }
}
