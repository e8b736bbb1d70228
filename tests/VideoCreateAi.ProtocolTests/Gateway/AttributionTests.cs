using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class AttributionTests
{
    [Fact(Timeout = 20_000)]
    public async Task Every_call_says_who_calls_and_carries_the_token()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", "/api/credits/balance/simple", ScriptedReply.Json("""{"code":0,"data":{"available":7}}"""));

        await gateway.Client.GetCreditsAsync(default);

        var request = Assert.Single(gateway.Server.Requests);
        Assert.Equal(
            ("Bearer nmv_usr_test", "video-create-ai", "1.2.3", "cursor"),
            (request.Header("Authorization"), request.Header("X-Skill-Source"), request.Header("X-Skill-Version"), request.Header("X-Skill-Platform")));
    }

    [Fact(Timeout = 20_000)]
    public async Task The_platform_may_become_known_between_two_calls()
    {
        GatewayOptions? options = null;
        await using var gateway = await GatewayFixture.StartAsync(o => options = o);
        gateway.Server
            .Expect("GET", "/api/credits/balance/simple", ScriptedReply.Json("""{"available":7}"""))
            .Expect("GET", "/api/credits/balance/simple", ScriptedReply.Json("""{"available":7}"""));

        await gateway.Client.GetCreditsAsync(default);
        options!.Platform = "clawhub";
        await gateway.Client.GetCreditsAsync(default);

        Assert.Equal(["cursor", "clawhub"], gateway.Server.Requests.Select(request => request.Header("X-Skill-Platform")));
    }
}
