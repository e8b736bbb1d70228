using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class CreditCallTests
{
    private const string Path = "/api/credits/balance/simple";

    [Theory(Timeout = 20_000)]
    [InlineData("""{"code":0,"data":{"available":60,"frozen":40,"total":100}}""", 60, 40, 100)]
    [InlineData("""{"available":"60","frozen":40.0,"total":100}""", 60, 40, 100)]
    [InlineData("""{"success":true,"data":{"available":-3}}""", -3, 0, null)]
    public async Task The_balance_is_read_in_every_form(string body, int available, int frozen, int? total)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json(body));

        var credits = await gateway.Client.GetCreditsAsync(default);

        Assert.Equal((available, frozen, total), (credits.Available, credits.Frozen, credits.Total));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_balance_without_a_number_is_refused()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json("""{"code":0,"data":{"available":"many"}}"""));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetCreditsAsync(default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }
}
