using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>What goes wrong on the way of a message that may cost money: it leaves once, and what is not certain is not said.</summary>
public sealed class TurnFaultTests
{
    private const string Said = "data: {\"type\":\"text\",\"content\":\"Adding ü.\"}\n\n";
    private const string Called = "data: {\"type\":\"tool_call\",\"name\":\"add_title\"}\n\n";

    [Fact(Timeout = 20_000)]
    public async Task An_error_before_any_byte_left_fails_the_turn_and_says_that_nothing_was_charged()
    {
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(new Uri("http://127.0.0.1:1/"), folder);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.RunTurnAsync("s1", "x", null, default));

        Assert.Equal(BackendFault.BackendUnreachable, error.Fault);
        Assert.Contains("nothing was charged", error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_certificate_that_is_none_fails_the_turn_before_anything_is_sent()
    {
        await using var server = LyingBackend.Start();
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(new UriBuilder(server.Address) { Scheme = "https" }.Uri, folder);

        // The greeting of TLS has no end of a head in it, so the backend waits until it is told to go.
        var turn = client.RunTurnAsync("s1", "x", null, default);
        await server.UntilConnectedAsync();
        server.DropConnections();

        var error = await Assert.ThrowsAsync<BackendException>(() => turn);
        Assert.Equal(BackendFault.BackendUnreachable, error.Fault);
        Assert.Contains("Nothing was sent", error.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, RawStep[]> Breaks => new()
    {
        { "reset", [RawStep.ReadBody, RawStep.Reset] },
        { "close without a reply", [RawStep.ReadBody] },
        { "close in the head", [RawStep.ReadBody, RawStep.Send("HTTP/1.1 200 OK\r\nContent-")] },
        { "no HTTP", [RawStep.ReadBody, RawStep.Send("SSH-2.0-OpenSSH_9.2\r\n\r\n")] },
    };

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Breaks))]
    public async Task An_error_after_the_request_left_is_a_loss_and_nothing_is_sent_again(string how, RawStep[] steps)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(steps);

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal((how, "lost (Broken): "), (how, TurnStory.Words(outcome)));
        Assert.Equal(["POST /run_sse"], gateway.Server.Asked);
    }

    public static TheoryData<string, string, RawStep[]> Drops => new()
    {
        { "length too long", "lost (Broken): Adding ü.", [Head("Content-Length: 9000\r\n"), RawStep.Send(Said)] },
        { "cut chunk", "lost (Broken): Adding ü.", [Head("Transfer-Encoding: chunked\r\n"), Chunk(Said), RawStep.Send("40\r\ndata: {\"ty")] },
        { "no last chunk", "lost (Broken): Adding ü.", [Head("Transfer-Encoding: chunked\r\n"), Chunk(Said)] },
        { "cut inside an event", "lost (Broken): Adding ü.", [Head(""), RawStep.Send(Said), RawStep.Send("data: {\"type\":\"text\",\"con")] },
        { "cut inside a field name", "lost (Broken): Adding ü.", [Head(""), RawStep.Send(Said), RawStep.Send("dat")] },
        { "packed", "lost (Unreadable): ", [Head("Content-Encoding: gzip\r\n"), RawStep.Send([0x1F, 0x8B, 8, 0])] },
        { "length too short", "replied: Adding ü.", [Head($"Content-Length: {Said.Length + 1}\r\n"), RawStep.Send(Said + "garbage")] },
        { "two replies at once", "replied: Adding ü.", [Head($"Content-Length: {Said.Length + 1}\r\n"), RawStep.Send(Said + LyingBackend.Reply("{\"code\":2001}"))] },
        { "last event without its blank line", "replied: Adding ü.", [Head(""), RawStep.Send(Said.TrimEnd())] },
        { "last line a comment", "replied: Adding ü.", [Head(""), RawStep.Send(Said + ": bye")] },
        { "byte for byte", "replied: Adding ü.", [Head("Transfer-Encoding: chunked\r\n"), RawStep.Drip($"{Said.Length + 1:x}\r\n{Said}\r\n0\r\n\r\n")] },
        { "interim reply", "replied: Adding ü.", [RawStep.ReadBody, RawStep.Send("HTTP/1.1 103 Early\r\n\r\n" + LyingBackend.StreamHead() + Said)] },
    };

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Drops))]
    public async Task A_stream_that_lies_about_its_end_keeps_what_was_said_and_is_lost_where_it_is_cut(string how, string expected, RawStep[] steps)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(steps);

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal((how, expected), (how, TurnStory.Words(outcome)));
    }

    public static TheoryData<string, RawStep> Ends => new()
    {
        { "reset", RawStep.Reset },
        { "bad chunk size", RawStep.Send("zz\r\nx\r\n") },
    };

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Ends))]
    public async Task A_stream_that_breaks_in_the_middle_is_a_loss_and_nothing_is_sent_again(string how, RawStep end)
    {
        await using var gateway = LyingFixture.Start();
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Server.Then(Head("Transfer-Encoding: chunked\r\n"), Chunk(Said), RawStep.Until(heard.Task), end);

        var outcome = await gateway.Client.RunTurnAsync(
            "s1", "x", new Listener(progress => _ = progress.Kind == TurnProgressKind.Text && heard.TrySetResult()), default);

        Assert.Equal((how, "lost (Broken): Adding ü."), (how, TurnStory.Words(outcome)));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_half_open_connection_is_given_up_after_ninety_seconds_of_silence()
    {
        var clock = new FakeClock();
        await using var gateway = LyingFixture.Start(clock: clock);
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Server.Then(Head(""), RawStep.Send(Said), RawStep.Silence);

        var turn = gateway.Client.RunTurnAsync(
            "s1", "x", new Listener(progress => _ = progress.Kind == TurnProgressKind.Text && heard.TrySetResult()), default);
        await heard.Task;
        clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal("lost (Silence): Adding ü.", TurnStory.Words(await turn));
    }

    [Theory(Timeout = 20_000)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_of_the_message_is_not_followed_wherever_it_leads(int status)
    {
        await using var elsewhere = LyingBackend.Start();
        foreach (var target in (string[])[$"{elsewhere.Address}run_sse", "file:///etc/passwd", "/run_sse"])
        {
            await using var gateway = LyingFixture.Start();
            gateway.Server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("", status, headers: $"Location: {target}\r\n")));

            var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

            Assert.Equal("refused (reply_invalid): ", TurnStory.Words(outcome));
        }

        Assert.Empty(elsewhere.Asked);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(500, "")]
    [InlineData(502, "<html>")]
    [InlineData(503, """{"detail":"busy"}""")]
    [InlineData(504, """{"code":4711,"message":"who knows"}""")]
    [InlineData(500, """{"error":"database_error"}""")]
    [InlineData(500, """{"code":500}""")]
    public async Task A_server_failure_before_the_stream_is_a_loss_because_it_may_have_been_passed_on(int status, string body)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.ThenJson(body, status);

        var outcome = await gateway.Client.RunTurnAsync("s1", "x", null, default);

        Assert.Equal("lost (ServerFailure): ", TurnStory.Words(outcome));
        Assert.Single(gateway.Server.Asked);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_rate_limit_before_the_stream_is_told_with_its_wait_and_the_message_is_not_sent_again()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("", 429, headers: "Retry-After: 3\r\n")));

        var outcome = Assert.IsType<TurnOutcome.Refused>(await gateway.Client.RunTurnAsync("s1", "x", null, default));

        Assert.Equal((BackendFault.RateLimited, TimeSpan.FromSeconds(3), false), (outcome.Error.Fault, outcome.Error.RetryAfter!.Value, outcome.WorkMayHaveBegun));
        Assert.Contains("nothing was charged", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(1001, "token_invalid")]
    [InlineData(1002, "session_not_found")]
    [InlineData(2001, "out_of_credits")]
    [InlineData(402, "export_blocked_by_plan")]
    [InlineData(500, "backend_error")]
    public async Task A_refusal_after_work_began_says_that_the_project_may_have_changed_and_promises_nothing(int code, string fault)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(Head(""), RawStep.Send($"{Called}data: {{\"code\":{code},\"message\":\"no\"}}\n\n"));

        var outcome = Assert.IsType<TurnOutcome.Refused>(await gateway.Client.RunTurnAsync("s1", "x", null, default));

        Assert.Equal((fault, true), (outcome.Error.Fault.Code(), outcome.WorkMayHaveBegun));
        Assert.Contains("may have changed", outcome.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("othing was", outcome.Error.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task A_failure_that_is_followed_by_nothing_but_heartbeats_ends_the_turn_as_refused_after_thirty_seconds()
    {
        var clock = new FakeClock();
        var (backend, client) = InMemoryBackend.Start(clock);
        using (client)
        {
            backend.Body = () => new FailedStream(clock);

            var outcome = await client.RunTurnAsync("s1", "x", null, default);

            Assert.Equal("refused (out_of_credits): ", TurnStory.Words(outcome));
            Assert.Equal(TimeSpan.FromSeconds(30), clock.GetUtcNow() - new FakeClock().GetUtcNow());
        }
    }

    [Theory(Timeout = 20_000)]
    [InlineData("text/html", "<html><title>Sign in</title></html>")]
    [InlineData("text/event-stream", "\n <!DOCTYPE html><p>Sign in")]
    [InlineData("text/plain", "\uFEFF<html>data: x</html>")]
    public async Task A_page_instead_of_a_stream_is_told_as_not_the_backend(string mediaType, string page)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply(page, mediaType: mediaType)));

        Assert.Equal("lost (NotTheBackend): ", TurnStory.Words(await gateway.Client.RunTurnAsync("s1", "x", null, default)));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("text/event-stream")]
    public async Task A_refusal_as_a_body_that_is_no_stream_is_understood_whatever_it_is_called(string mediaType)
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(RawStep.ReadBody, RawStep.Send(LyingBackend.Reply("{\n \"code\": 2001,\n \"message\": \"none left\"\n}", mediaType: mediaType)));

        Assert.Equal("refused (out_of_credits): ", TurnStory.Words(await gateway.Client.RunTurnAsync("s1", "x", null, default)));
    }

    [Fact(Timeout = 60_000)]
    public async Task An_endless_line_is_given_up_without_being_kept()
    {
        await using var gateway = LyingFixture.Start();
        gateway.Server.Then(Head(""), RawStep.Send("data: "), RawStep.Endless(new string('x', 64 * 1024)));

        Assert.Equal("lost (TooMuch): ", TurnStory.Words(await gateway.Client.RunTurnAsync("s1", "x", null, default)));
    }

    private static RawStep Head(string headers) => RawStep.All(RawStep.ReadBody, RawStep.Send(LyingBackend.StreamHead(headers)));

    private static RawStep Chunk(string text) => RawStep.Send($"{System.Text.Encoding.UTF8.GetByteCount(text):x}\r\n{text}\r\n");

    /// <summary>Out of credits, and then heartbeats every ten seconds without end.</summary>
    private sealed class FailedStream(FakeClock clock) : MemoryStream
    {
        private bool _hasFailed;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var next = _hasFailed ? "data: heartbeat\n\n"u8 : "data: {\"code\":2001}\n\n"u8;
            if (_hasFailed)
            {
                clock.Advance(TimeSpan.FromSeconds(10));
            }

            _hasFailed = true;
            cancellationToken.ThrowIfCancellationRequested();
            next.CopyTo(buffer.Span);
            return ValueTask.FromResult(next.Length);
        }
    }
}
