using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class StateCallTests
{
    private const string Path = "/api/state/nemo_agent/me/s1/latest";

    [Fact(Timeout = 20_000)]
    public async Task The_draft_is_kept_byte_for_byte()
    {
        const string Draft = "{\"d\" : 1e4, \"t\":[ {\"tt\":7,\"x\":\"\\u00e9é\\/\",\"n\":1.0,\"n\":2.50}]\n }";
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json($$"""{"code":0,"data":{"state":{"draft":{{Draft}} } } }"""));

        var state = await gateway.Client.GetStateAsync("s1", default);

        Assert.Equal(Draft, Encoding.UTF8.GetString(state.Draft!.Utf8.Span));
        Assert.Equal(64, state.Draft.Digest.Length);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"draft":null}""")]
    [InlineData("""{"draft":{}}""")]
    [InlineData("{}")]
    public async Task No_timeline_yet_is_no_draft(string state)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json($$$"""{"code":0,"data":{"state":{{{state}}}}}"""));

        var snapshot = await gateway.Client.GetStateAsync("s1", default);

        Assert.Null(snapshot.Draft);
    }

    [Fact(Timeout = 20_000)]
    public async Task Media_are_read_tolerantly()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json("""
            {"data":{"session_id":"s1","task_name":"Dusk","state":{
              "video_infos":[{"filename":"a.mp4","file_type":"video","duration":"12.5","width":1920,"height":1080.0,"fps":null},17,{"filename":3}],
              "generated_media":[{"filename":"g.mp4"}],
              "canvas_config":{"width":1080,"height":1920,"ratio":"9:16"}}},"code":0}
            """));

        var state = await gateway.Client.GetStateAsync("s1", default);

        Assert.Equal([("a.mp4", 12.5, 1080), (null, null, null)], state.Media.Select(file => (file.FileName, file.Duration, file.Height)));
        Assert.Equal("g.mp4", Assert.Single(state.Generated).FileName);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_session_that_is_gone_is_told_as_such_for_a_bare_404_in_json()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json("""{"detail":"Session not found"}""", 404));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync("s1", default));

        Assert.Equal(BackendFault.SessionNotFound, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_state_beyond_the_limit_is_not_read()
    {
        await using var gateway = await GatewayFixture.StartAsync(options => options.MaxStateBytes = 4096);
        gateway.Server.Expect("GET", Path, ScriptedReply.Json($$$"""{"code":0,"data":{"x":"{{{new string('a', 5000)}}}"}}"""));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync("s1", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_state_nested_without_end_is_refused()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Path, ScriptedReply.Json(new string('[', 10_000)));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync("s1", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }
}
