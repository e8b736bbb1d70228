using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>What goes wrong where the project's state and the credits are read.</summary>
public sealed class StateFaultTests
{
    public static TheoryData<string, RawStep[]> Passing => new()
    {
        { "reset", [RawStep.Reset] },
        { "closed without a reply", [] },
        { "length too long", [RawStep.Send("HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"code\":0")] },
        { "cut chunk", [RawStep.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{\"code\":0")] },
        { "bad gateway", [RawStep.Send(LyingBackend.Reply("<html>", 502, "text/html"))] },
        { "a 5xx inside a 200", [RawStep.Send(LyingBackend.Reply("{\"code\":503}"))] },
    };

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Passing))]
    public async Task A_passing_failure_of_a_read_is_tried_again_at_most_twice(string how, RawStep[] steps)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(steps).Then(steps).ThenJson("""{"code":0,"data":{"state":{"video_infos":[{"filename":"Dusk"}]}}}""");

        var state = await gateway.Client.GetStateAsync("s1", default);

        Assert.Equal((how, "Dusk"), (how, Assert.Single(state.Media).FileName));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_read_that_gets_no_answer_is_given_up_after_its_time_and_tried_again()
    {
        var clock = new FakeClock();
        await using var gateway = LyingFixture.Start(options => options.RetryDelay = TimeSpan.Zero, clock);
        gateway.Server.Then(RawStep.Silence).ThenJson("""{"code":0,"data":{"available":7}}""");

        var credits = gateway.Client.GetCreditsAsync(default);
        await gateway.Server.UntilAskedAsync();
        await clock.UntilTimerAsync(TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(7, (await credits).Available);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"code":7,"data":{"state":{}}}""")]
    [InlineData("""{"code":0}""", true)]
    [InlineData("""{"code":0,"data":[1]}""")]
    [InlineData("""{"code":0,"data":"state"}""")]
    [InlineData("""{"code":0,"data":{"state":7}}""")]
    [InlineData("""{"code":0,"data":{"state":{}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_state_of_another_shape_is_refused_or_read_as_empty_and_never_a_crash(string body, bool isRead = false)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson(body);

        var read = gateway.Client.GetStateAsync("s1", default);

        if (isRead)
        {
            Assert.Null((await read).Draft);
        }
        else
        {
            await Assert.ThrowsAsync<BackendException>(() => read);
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Types_that_are_wrong_and_numbers_that_are_none_are_no_values_and_the_draft_stays_as_it_is()
    {
        const string Draft = """{"d":-1e999,"t":[{"tt":99,"sg":"none","d":1e18,"\ud800":"\udfff"}],"d":null}""";
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson($$$$"""
            {"code":0,"data":{"state":{"draft": {{{{Draft}}}} ,"canvas_config":{"width":"wide","height":-3},
              "video_infos":[null,7,"x",{"filename":"\ud800","duration":-1e999,"width":1e18,"hash":{}}],"generated_media":{} } } }
            """);

        var state = await gateway.Client.GetStateAsync("s1", default);

        Assert.Equal(Draft, Encoding.UTF8.GetString(state.Draft!.Utf8.Span));
        Assert.Equal((null, null, int.MaxValue), (state.Media[0].FileName, state.Media[0].Duration, state.Media[0].Width));
        Assert.Empty(state.Generated);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_state_of_fifty_megabytes_is_refused_without_being_read_to_its_end()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(RawStep.Send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 52428800\r\n\r\n{\"x\":\""), RawStep.Endless(new string('a', 65536)));

        var error = await Assert.ThrowsAsync<BackendException>(() => gateway.Client.GetStateAsync("s1", default));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_state_of_a_hundred_thousand_segments_is_read()
    {
        var segments = string.Join(',', Enumerable.Repeat("""{"s":0,"d":1}""", 100_000));
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson($$$"""{"code":0,"data":{"state":{"draft":{"t":[{"sg":[ {{{segments}}} ] } ] } } } }""");

        Assert.True((await gateway.Client.GetStateAsync("s1", default)).Draft!.Utf8.Length > segments.Length);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("""{"available":-3}""", -3, 0)]
    [InlineData("""{"available":"60","frozen":"40"}""", 60, 40)]
    [InlineData("""{"available":60.9,"frozen":null}""", 60, 0)]
    [InlineData("""{"available":1e18,"frozen":{}}""", int.MaxValue, 0)]
    public async Task Credits_in_any_form_are_read_as_far_as_they_are_known(string data, int available, int frozen)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson($$"""{"code":0,"data":{{data}}}""");

        var credits = await gateway.Client.GetCreditsAsync(default);

        Assert.Equal((available, frozen), (credits.Available, credits.Frozen));
    }
}
