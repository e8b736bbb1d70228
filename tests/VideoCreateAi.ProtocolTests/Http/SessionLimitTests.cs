using System.Text;
using VideoCreateAi.Mcp.Hosting.Http;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class SessionLimitTests
{
    private const string Hold = """{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{"name":"hold","arguments":{}}}""";

    private static readonly TimeSpan s_idle = new HttpLimits().IdleLimit;

    [Fact]
    public async Task The_session_that_was_idle_longest_makes_room()
    {
        await using var server = await SmallServer.StartAsync(new HttpLimits { MostSessions = 2 });
        var first = await server.Client.BeginAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await server.Client.BeginAsync();
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        await server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", first));

        await server.Client.BeginAsync();

        Assert.Equal(2, server.Sessions.Count);
        Assert.Equal(200, (await server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", first))).Status);
        Assert.Equal(404, (await server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", second))).Status);
    }

    [Fact]
    public async Task When_all_sessions_are_at_work_a_further_one_has_to_wait()
    {
        await using var server = await SmallServer.StartAsync(new HttpLimits { MostSessions = 1 });
        var session = await server.Client.BeginAsync();
        var call = server.Client.PostAsync(Hold, ("Mcp-Session-Id", session));
        await server.Hold.Begun;

        var refused = await server.Client.PostAsync(RawClient.Hello);
        server.Hold.LetGo();

        Assert.Equal(503, refused.Status);
        Assert.Equal("10", refused.Headers["Retry-After"]);
        Assert.Equal(200, (await call).Status);
        Assert.Equal(200, (await server.Client.PostAsync(RawClient.Hello)).Status);
    }

    [Fact]
    public async Task An_idle_session_ends_by_itself()
    {
        await using var server = await SmallServer.StartAsync();
        var session = await server.Client.BeginAsync();

        server.Clock.Advance(s_idle);
        var reply = await server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", session));
        await server.Sessions.SweepAsync();

        Assert.Equal(404, reply.Status);
        Assert.Equal(0, server.Sessions.Count);
    }

    [Fact]
    public async Task The_sweep_runs_by_the_clock()
    {
        await using var server = await SmallServer.StartAsync();
        await server.Client.BeginAsync();

        server.Clock.Advance(s_idle + TimeSpan.FromMinutes(1));
        var begun = System.Diagnostics.Stopwatch.StartNew();
        while (server.Sessions.Count > 0 && begun.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Yield();
        }

        Assert.Equal(0, server.Sessions.Count);
    }

    [Fact]
    public async Task A_session_that_is_used_stays()
    {
        await using var server = await SmallServer.StartAsync();
        var session = await server.Client.BeginAsync();

        for (var times = 0; times < 3; times++)
        {
            server.Clock.Advance(s_idle - TimeSpan.FromSeconds(1));
            Assert.Equal(200, (await server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", session))).Status);
        }
    }

    [Fact]
    public async Task A_session_that_listens_is_not_idle()
    {
        await using var server = await SmallServer.StartAsync();
        var session = await server.Client.BeginAsync();
        using var listening = await server.Client.StartAsync(HttpMethod.Get, body: null, CancellationToken.None, ("Mcp-Session-Id", session));

        server.Clock.Advance(s_idle * 3);
        await server.Sessions.SweepAsync();

        Assert.Equal(200, (await server.Client.PostAsync(RawClient.List, ("Mcp-Session-Id", session))).Status);
    }

    [Fact]
    public async Task A_session_that_ends_takes_its_calls_along()
    {
        await using var server = await SmallServer.StartAsync();
        var session = await server.Client.BeginAsync();
        using var body = new StringContent(Hold, Encoding.UTF8, "application/json");
        using var call = await server.Client.StartAsync(HttpMethod.Post, body, CancellationToken.None, ("Mcp-Session-Id", session));
        await server.Hold.Begun;

        await server.Client.SendAsync(HttpMethod.Delete, body: null, ("Mcp-Session-Id", session));

        await server.Hold.Cancelled;
    }
}
