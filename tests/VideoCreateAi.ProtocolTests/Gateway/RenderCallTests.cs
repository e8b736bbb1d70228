using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

public sealed class RenderCallTests
{
    private const string Submit = "/api/render/proxy/lambda";
    private const string Status = "/api/render/proxy/lambda/render_1";
    private const string Pending = """{"success":true,"data":{"id":"render_1","status":"pending","progress":0}}""";
    private const string Draft = "{\"d\" : 1e4, \"t\":[ {\"tt\":7,\"x\":\"\\u00e9é\\/\",\"n\":1.0,\"n\":2.50}]\n }";

    private static readonly RawDraft s_draft = new(Encoding.UTF8.GetBytes(Draft));

    [Fact(Timeout = 20_000)]
    public async Task The_draft_in_a_submit_is_byte_identical()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Submit, ScriptedReply.Json(Pending));

        var status = await gateway.Client.SubmitRenderAsync("render_1", "s1", s_draft, new RenderOutput { FramesPerSecond = 30 }, default);

        Assert.Equal(RenderStatus.Pending, status.Status);
        Assert.Equal(
            "{\"id\":\"render_1\",\"sessionId\":\"s1\",\"draft\":" + Draft + ",\"output\":{\"format\":\"mp4\",\"quality\":\"high\",\"fps\":30}}",
            gateway.Server.Requests[0].Text);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_lost_submit_that_arrived_is_found_by_its_id()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("POST", Submit, ScriptedReply.Reset())
            .Expect("GET", Status, ScriptedReply.Json("""{"success":true,"data":{"id":"render_1","status":"processing","progress":5}}"""));

        var status = await gateway.Client.SubmitRenderAsync("render_1", "s1", s_draft, new RenderOutput(), default);

        Assert.Equal((RenderStatus.Processing, 5), (status.Status, status.Progress));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_lost_submit_that_did_not_arrive_is_made_once_more_with_the_same_id()
    {
        var clock = new FakeClock();
        await using var gateway = await GatewayFixture.StartAsync(options => options.SubmitGrace = TimeSpan.FromSeconds(9), clock);
        gateway.Server
            .Expect("POST", Submit, ScriptedReply.Reset())
            .Expect("GET", Status, ScriptedReply.Json("""{"code":404}""", 404))
            .Expect("GET", Status, ScriptedReply.Json("""{"code":404}""", 404))
            .Expect("GET", Status, ScriptedReply.Json("""{"code":404}""", 404))
            .Expect("POST", Submit, ScriptedReply.Json(Pending));

        var submit = gateway.Client.SubmitRenderAsync("render_1", "s1", s_draft, new RenderOutput(), default);
        for (var wait = 0; wait < 2; wait++)
        {
            await clock.UntilTimerAsync(TimeSpan.FromSeconds(5));
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        await submit;

        var bodies = gateway.Server.Requests.Where(request => request.Method == "POST").Select(request => request.Text).ToArray();
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Fact(Timeout = 20_000)]
    public async Task An_id_that_the_backend_knows_already_is_adopted()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server
            .Expect("POST", Submit, ScriptedReply.Json("""{"success":false,"error":"exists"}""", 409))
            .Expect("GET", Status, ScriptedReply.Json(Pending));

        var status = await gateway.Client.SubmitRenderAsync("render_1", "s1", s_draft, new RenderOutput(), default);

        Assert.Equal(RenderStatus.Pending, status.Status);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(402, """{"code":402}""", "export_blocked_by_plan")]
    [InlineData(200, """{"success":false,"error":"timeline_empty"}""", "timeline_empty")]
    [InlineData(400, """{"code":400,"message":"Nothing on the timeline.","error":"timeline_empty"}""", "timeline_empty")]
    public async Task A_refused_submit_is_told_and_not_repeated(int status, string body, string expected)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", Submit, ScriptedReply.Json(body, status));

        var error = await Assert.ThrowsAsync<BackendException>(
            () => gateway.Client.SubmitRenderAsync("render_1", "s1", s_draft, new RenderOutput(), default));

        Assert.Equal(expected, error.Fault.Code());
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"success":true,"data":{"id":"render_1","status":"completed","progress":100,"outputUrl":"/out.mp4","size":7,"duration":30.0}}""")]
    [InlineData("""{"taskId":"x","status":"completed","progress":100,"output":{"url":"/out.mp4","duration":30,"size":"7"}}""")]
    [InlineData("""{"code":0,"data":{"taskId":"x","status":"COMPLETED","progress":"100","output":{"url":"/out.mp4","duration":30,"size":7}}}""")]
    public async Task Both_forms_of_a_status_are_read_alike(string body)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Status, ScriptedReply.Json(body));

        var status = await gateway.Client.GetRenderAsync("render_1", default);

        Assert.Equal(
            ("render_1", RenderStatus.Completed, 100, "/out.mp4", 7L, 30),
            (status!.Id, status.Status, status.Progress, status.OutputUrl, status.Size!.Value, status.Duration!.Value));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("failed", RenderStatus.Failed)]
    [InlineData("canceled", RenderStatus.Cancelled)]
    [InlineData("rendering frames", RenderStatus.Processing)]
    public async Task A_status_word_that_is_not_known_is_no_end(string word, string expected)
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Status, ScriptedReply.Json($$"""{"status":"{{word}}","progress":140,"error":"it\nbroke"}"""));

        var status = await gateway.Client.GetRenderAsync("render_1", default);

        Assert.Equal((expected, 100, "it broke"), (status!.Status, status.Progress, status.Error));
    }

    [Fact(Timeout = 20_000)]
    public async Task An_unknown_render_is_null()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("GET", Status, ScriptedReply.Json("""{"code":404,"message":"no"}""", 404));

        Assert.Null(await gateway.Client.GetRenderAsync("render_1", default));
    }

    [Fact(Timeout = 20_000)]
    public async Task Cancelling_posts_to_the_render_without_a_body()
    {
        await using var gateway = await GatewayFixture.StartAsync();
        gateway.Server.Expect("POST", $"{Status}/cancel", ScriptedReply.Json("""{"success":true}"""));

        await gateway.Client.CancelRenderAsync("render_1", default);

        Assert.Equal(0, gateway.Server.Requests[0].BodyLength);
    }
}
