using System.Net.Http.Headers;
using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.TestKit.Adk;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>How an agent server says no, and what the gateway makes of it.</summary>
public sealed class AgentServerRefusals(AgentServerContractBackend backend) : IClassFixture<AgentServerContractBackend>
{
    [Fact(Timeout = 60_000)]
    public async Task A_failure_in_plain_text_leaves_open_whether_the_work_was_done()
    {
        var session = await backend.Client.CreateSessionAsync("en", default);

        var outcome = await backend.Client.RunTurnAsync(session.SessionId, "fail", null, default);

        Assert.Equal(TurnLoss.ServerFailure, Assert.IsType<TurnOutcome.Lost>(outcome).Loss);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_stream_that_breaks_off_keeps_what_it_said()
    {
        var session = await backend.Client.CreateSessionAsync("en", default);

        var outcome = await backend.Client.RunTurnAsync(session.SessionId, "break", null, default);

        var lost = Assert.IsType<TurnOutcome.Lost>(outcome);
        Assert.Equal(TurnLoss.Broken, lost.Loss);
        Assert.DoesNotContain("The user wants", lost.TextSoFar, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_strangers_word_for_its_failure_is_no_code_of_ours()
    {
        var session = await backend.Client.CreateSessionAsync("en", default);

        var outcome = await backend.Client.RunTurnAsync(session.SessionId, "explode", null, default);

        var error = Assert.IsType<TurnOutcome.Refused>(outcome).Error;
        Assert.Equal((BackendFault.BackendError, null), (error.Fault, error.Reason));
        Assert.DoesNotContain("upstream exploded", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_server_checks_requests_and_ours_pass()
    {
        using var http = new HttpClient { BaseAddress = backend.Description.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdkServer.Token);
        using var incomplete = new StringContent("""{"app_name":"nemo_agent"}""", Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync(new Uri("/run_sse", UriKind.Relative), incomplete);
        var session = await backend.Client.CreateSessionAsync("en", default);

        Assert.Equal(422, (int)refused.StatusCode);
        Assert.IsType<TurnOutcome.Replied>(await backend.Client.RunTurnAsync(session.SessionId, "make a video", null, default));
    }
}
