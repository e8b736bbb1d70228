using System.Text;
using VideoCreateAi.Mcp.Gateway.Turns;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Every rule of the protocol for reading a stream.</summary>
public sealed class TurnStreamTests
{
    [Theory(Timeout = 20_000)]
    [InlineData("replied: Hello", """{"type":"text","content":"Hello"}""")]
    [InlineData("replied: Hello world", """{"type":"text","content":"Hello "}""", """{"type":"text","content":"world"}""")]
    [InlineData("replied: Done.\nWell done.", """{"type":"text","content":"Done."}""", """{"type":"text","content":"Well done."}""")]
    [InlineData("replied: A\nB", """{"type":"text","content":"A"}""", """{"type":"tool_call","name":"edit","args":{}}""", """{"type":"tool_result","name":"edit","result":{}}""", """{"type":"text","content":"B"}""")]
    [InlineData("silent", """{"type":"heartbeat"}""")]
    [InlineData("silent")]
    [InlineData("silent", "heartbeat", "", """{"type":"tool_call","name":"edit"}""")]
    [InlineData("silent", """{"type":"thinking","content":"secret"}""")]
    [InlineData("silent", """{"content":{"parts":[{"text":"secret","thought":true}]}}""")]
    [InlineData("silent", """{"author":"user","content":{"parts":[{"text":"add a title"}]}}""")]
    [InlineData("replied: ok", "{not json", "17", "[1]", "\"x\"", """{"type":"text","content":"ok"}""")]
    [InlineData("replied: ok", """{"content":{"parts":"no list"}}""", """{"content":{"parts":[3,null,{"text":5},{"text":"ok"}]}}""")]
    [InlineData("replied: ok", """{"content":{"parts":[{"text":"o"}]},"partial":true,"id":"1"}""", """{"content":{"parts":[{"text":"k"}]},"partial":true,"id":"1"}""", """{"content":{"parts":[{"text":"ok"}]},"id":"1"}""")]
    [InlineData("replied: ok", """{"content":{"parts":[{"text":"o"}]},"partial":true}""", """{"content":{"parts":[{"text":"k"}]},"partial":true}""")]
    [InlineData("replied: ok", """{"id":"7","content":{"parts":[{"text":"ok"}]}}""", """{"id":"7","content":{"parts":[{"text":"ok"}]}}""")]
    [InlineData("replied: Add a\ttitle.", """{"content":{"parts":[{"text":"Add  a "}]},"partial":true}""", """{"content":{"parts":[{"text":"title."}]},"partial":true}""", """{"content":{"parts":[{"text":"Add a\ttitle."}]}}""")]
    [InlineData("replied: One.\nTwo.", """{"content":{"parts":[{"text":"One."}]},"partial":true}""", """{"content":{"parts":[{"text":"One."}]}}""", """{"content":{"parts":[{"text":"Two."}]},"partial":true}""", """{"content":{"parts":[{"text":"Two."}]}}""")]
    [InlineData("replied: One.\nTwo.", """{"content":{"parts":[{"text":"One. "}]},"partial":true}""", """{"content":{"parts":[{"text":"Two."}]},"partial":true}""", """{"content":{"parts":[{"text":"One."}]}}""", """{"content":{"parts":[{"text":"Two."}]}}""")]
    [InlineData("silent after: One.", """{"content":{"parts":[{"text":"One."}]},"partial":true}""", """{"content":{"parts":[{"functionCall":{"name":"edit"}}]}}""", """{"content":{"parts":[{"text":"One."}]}}""")]
    [InlineData("replied: One.Two.", """{"content":{"parts":[{"text":"One."}]},"partial":true}""", """{"content":{"parts":[{"function_call":{"name":"edit"}}]}}""", """{"content":{"parts":[{"text":"One."},{"text":"Two."}]}}""")]
    [InlineData("refused (out_of_credits): ", """{"code":2001,"\ud800":1}""")]
    [InlineData("silent", """{"type":"text","content":"secret","thought":true}""")]
    [InlineData("silent", """{"content":{"parts":[{"text":"secret","thought":"true"},{"text":"secret","thought":1}]}}""")]
    [InlineData("replied: ok", """{"\ud800":1,"type":"text","content":"\udfff"}""", """{"type":"text","content":"ok","n":NaN}""", """{"type":"text","content":"o","content":"ok","n":1e999}""")]
    [InlineData("refused (out_of_credits, work may have begun): ", """{"type":"toolResult","name":"edit"}""", """{"errorCode":2001,"errorMessage":"no"}""")]
    [InlineData("replied: Title added.", """{"type":"text","content":"Title added. I encountered a temporary issue, please try again."}""")]
    [InlineData("replied: Title added.", """{"type":"text","content":"Title added."}""", """{"type":"text","content":"I encountered a temporary issue. Please try again later."}""")]
    [InlineData("replied: I encountered a temporary issue.", """{"type":"text","content":"I encountered a temporary issue."}""")]
    [InlineData("refused (backend_error, work may have begun): ", """{"type":"error","message":"boom"}""")]
    [InlineData("refused (out_of_credits): ", """{"type":"error","message":"boom","code":2001}""")]
    [InlineData("refused (out_of_credits): ", """{"type":"error","content":"boom","code":"2001"}""")]
    [InlineData("refused (out_of_credits): ", """{"code":2001,"message":"no credits"}""")]
    [InlineData("refused (out_of_credits): ", """{"error_code":"2001","error_message":"no credits"}""")]
    [InlineData("refused (backend_error, work may have begun): ", """{"error":"boom"}""")]
    [InlineData("refused (session_not_found): ", """{"code":1002,"message":"gone"}""")]
    [InlineData("refused (out_of_credits, work may have begun): A", """{"type":"text","content":"A"}""", """{"code":2001}""")]
    [InlineData("replied with failure: A", """{"type":"error","message":"boom"}""", """{"type":"text","content":"A"}""")]
    public async Task A_stream_is_read_by_the_rules(string expected, params string[] events)
    {
        var stream = string.Concat(events.Select(data => $"data: {data}\n\n"));

        Assert.Equal(expected, await OutcomeAsync(stream, "text/event-stream"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("refused (out_of_credits): ", "application/json", """{"code":2001,"message":"x"}""")]
    [InlineData("replied: ok", "application/json", """[{"content":{"parts":[{"text":"ok"}]}}]""")]
    [InlineData("silent", "application/json", """{"code":0,"data":{}}""")]
    [InlineData("lost (Unreadable): ", "application/json", "{")]
    [InlineData("lost (NotTheBackend): ", "text/html", "<html>Sign in</html>")]
    [InlineData("replied: ok", "text/plain", "data:{\"type\":\"text\",\"content\":\"ok\"}")]
    public async Task A_body_that_is_no_stream_is_understood_or_lost(string expected, string mediaType, string body) =>
        Assert.Equal(expected, await OutcomeAsync(body, mediaType));

    [Fact(Timeout = 20_000)]
    public async Task A_stream_that_ends_inside_an_event_is_lost()
    {
        const string Stream = "data: {\"type\":\"text\",\"content\":\"A\"}\n\ndata: {\"type\":\"text\",\"con";

        Assert.Equal("lost (Broken): A", await OutcomeAsync(Stream, "text/event-stream"));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(1_100_000, 1, 1)]
    [InlineData(900_000, 5, 1)]
    [InlineData(600_000, 1, 120)]
    public async Task A_stream_beyond_the_limits_is_lost_without_being_kept(int line, int linesOfEvent, int events)
    {
        var item = string.Concat(Enumerable.Repeat($"data: {new string('x', line)}\n", linesOfEvent)) + "\n";
        var stream = new StringBuilder();
        for (var i = 0; i < events; i++)
        {
            stream.Append(item);
        }

        Assert.Equal("lost (TooMuch): ", await OutcomeAsync(stream.ToString(), "text/event-stream"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Too_many_events_are_lost()
    {
        var stream = string.Concat(Enumerable.Repeat("data: {}\n\n", 100_001));

        Assert.Equal("lost (TooMuch): ", await OutcomeAsync(stream, "text/event-stream"));
    }

    [Theory(Timeout = 20_000)]
    [InlineData("replied: ok", "retry: 99999999999999999999999\nid: a\0b\ndata: {\"type\":\"text\",\"content\":\"ok\"}\n\n")]
    [InlineData("replied: ok", "data\n\ndata:\n\n: x\r\rdata: {\"type\":\"text\",\rdata: \"content\":\"ok\"}\r\n\r\n")]
    [InlineData("replied: oh", "id: 1\ndata: {\"type\":\"text\",\"content\":\"o\"}\n\nid: 1\ndata: {\"type\":\"text\",\"content\":\"o\"}\n\nid: 2\ndata: {\"type\":\"text\",\"content\":\"h\"}\n\n")]
    [InlineData("replied: ok", "event: message\nfoo: bar\ndata: {\"type\":\"text\",\"content\":\"ok\"}\n\nevent: end\n\n")]
    public async Task The_frame_around_an_event_is_read_by_the_standard(string expected, string stream) =>
        Assert.Equal(expected, await OutcomeAsync(stream, "text/event-stream"));

    [Fact(Timeout = 20_000)]
    public async Task An_event_nested_ten_thousand_deep_is_skipped()
    {
        var stream = $"data: {{\"a\":{new string('[', 10_000)}{new string(']', 10_000)}}}\n\ndata: {{\"type\":\"text\",\"content\":\"ok\"}}\n\n";

        Assert.Equal("replied: ok", await OutcomeAsync(stream, "text/event-stream"));
    }

    [Fact(Timeout = 20_000)]
    public async Task Bad_utf8_in_one_event_does_not_touch_the_next()
    {
        byte[] stream = [.. "data: {\"type\":\"text\",\"content\":\"\xff"u8, 0xFF, 0xC0, .. "\"}\n\ndata: {\"type\":\"text\",\"content\":\"ok\"}\n\n"u8];
        var (backend, client) = InMemoryBackend.Start();
        using (client)
        {
            backend.Body = () => new MemoryStream(stream);

            var outcome = Assert.IsType<TurnOutcome.Replied>(await client.RunTurnAsync("s1", "x", null, default));

            Assert.EndsWith("ok", outcome.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<string> OutcomeAsync(string body, string mediaType)
    {
        var (backend, client) = InMemoryBackend.Start();
        using (client)
        {
            backend.Body = () => new MemoryStream(Encoding.UTF8.GetBytes(body));
            backend.MediaType = mediaType;
            return TurnStory.Words(await client.RunTurnAsync("s1", "add a title", null, default));
        }
    }
}
