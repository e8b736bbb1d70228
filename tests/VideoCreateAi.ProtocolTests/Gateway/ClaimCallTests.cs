using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class ClaimCallTests
{
    private const string Path = "/api/auth/claim-token";

    [Theory(Timeout = 20_000)]
    [InlineData("""{"code":0,"data":{"claim_token":"clm_abc-1.2~3","expires_in":604800}}""")]
    [InlineData("""{"claimToken":"clm_abc-1.2~3"}""")]
    [InlineData("""{"success":true,"data":{"claimToken":"clm_abc-1.2~3"}}""")]
    public async Task A_claim_gives_the_link_for_a_person(string reply)
    {
        await using var gateway = await GatewayFixture.StartAsync(options => options.WebAddress = new Uri("https://nemovideo.com"));
        gateway.Server.Expect("POST", Path, ScriptedReply.Json(reply));

        var link = await gateway.Client.ClaimAsync("t1", "s1", default);

        Assert.Equal("https://nemovideo.com/workspace/claim?ct=clm_abc-1.2~3", link.AbsoluteUri);
        Assert.Equal("""{"task_id":"t1","session_id":"s1"}""", gateway.Server.Requests[0].Text);
        Assert.Equal("Bearer nmv_usr_test", gateway.Server.Requests[0].Header("Authorization"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"claim_token":"a b"}""")]
    [InlineData("""{"claim_token":"a&b=c"}""")]
    [InlineData("""{"claim_token":"a\r\nb"}""")]
    [InlineData("""{"claim_token":"//evil.example"}""")]
    [InlineData("""{"claim_token":""}""")]
    [InlineData("""{"claim_token":7}""")]
    [InlineData("""{"claim_token":"nmv_usr_test"}""")]
    [InlineData("{}")]
    public async Task A_claim_token_that_may_not_stand_in_an_address_gives_no_link(string data)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Path, ScriptedReply.Json($$"""{"code":0,"data":{{data}} }"""));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.ClaimAsync("t1", "s1", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_backend_without_claims_is_not_taken_for_a_lost_project()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Path, ScriptedReply.Json("""{"detail":"Not Found"}""", 404));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.ClaimAsync("t1", "s1", default));

        Assert.Equal(BackendFault.NotFound, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_project_without_a_task_id_has_no_link_and_nothing_is_sent()
    {
        await using var gateway = await GatewayFixture.StartAsync();

        await Assert.ThrowsAsync<BackendException>(() => gateway.Client.ClaimAsync("", "s1", default));

        Assert.Empty(gateway.Server.Requests);
    }
}
