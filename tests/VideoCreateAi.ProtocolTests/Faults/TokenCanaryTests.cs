using System.Text;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>A backend that puts the token into everything it says: none of it comes out of the gateway.</summary>
public sealed class TokenCanaryTests
{
    private const string Canary = "nmv_usr_Canary-0123456789";

    private static readonly string[] s_replies =
    [
        "HTTP/1.1 500 " + Canary + "\r\nX-Echo: " + Canary + "\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"code\":500,\"message\":\"" + Canary + "\",\"error\":\"" + Canary + "\"}",
        LyingBackend.Reply($"{{\"code\":4711,\"message\":\"{Canary}\"}}", headers: $"X-Echo: {Canary}\r\n"),
        LyingBackend.Reply($"{{\"success\":false,\"error\":\"{Canary}\"}}"),
        LyingBackend.Reply($"<html>{Canary}</html>", mediaType: "text/html"),
        LyingBackend.Reply("", 307, headers: $"Location: https://evil.example/?t={Canary}\r\n"),
        $"{Canary} 200 OK\r\n\r\n",
        $"HTTP/1.1 2oo {Canary}\r\n\r\n",
        $"HTTP/1.1 200 OK\r\n{Canary} no header\r\n\r\n",
        $"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Canary}\r\n",
        $"HTTP/1.1 200 OK\r\nContent-Length: {Canary}\r\n\r\n",
        LyingBackend.Reply(Everything),
        LyingBackend.StreamHead() + $"data: {{\"type\":\"text\",\"content\":\"nmv_usr_Can\"}}\n\ndata: {{\"type\":\"text\",\"content\":\"ary-0123456789 nmv\"}}\n\n"
            + $"data: {{\"type\":\"tool_call\",\"name\":\"{Canary}\"}}\n\ndata: {{\"content\":{{\"parts\":[{{\"text\":\"{Canary}\"}}]}}}}\n\n",
        LyingBackend.StreamHead() + $"data: {{\"type\":\"error\",\"message\":\"{Canary}\",\"code\":\"{Canary}\"}}\n\n",
    ];

    private const string Everything = $$$"""
        {"code":0,"data":{"session_id":"{{{Canary}}}","task_id":"{{{Canary}}}","user_id":"{{{Canary}}}","claim_token":"{{{Canary}}}","task_name":"{{{Canary}}}",
          "available":1,"status":"failed","progress":5,"error":"at {{{Canary}}}","errorCode":"{{{Canary}}}","outputUrl":"https://x.example/?t={{{Canary}}}","notes":["{{{Canary}}}","\ud800"],
          "files":[{"filename":"{{{Canary}}}.png","file_type":"{{{Canary}}}","cdn_url":"https://x/{{{Canary}}}","hash":"{{{Canary}}}"}],
          "state":{"video_infos":[{"filename":"{{{Canary}}}"}],"canvas_config":{"width":1,"height":1,"ratio":"{{{Canary}}}"} } } }
        """;

    public static TheoryData<string> Calls => [.. s_calls.Keys];

    private static readonly Dictionary<string, Func<BackendClient, IProgress<TurnProgress>, Task<object>>> s_calls = new()
    {
        ["session"] = async (client, _) => await client.CreateSessionAsync("en", default),
        ["claim"] = async (client, _) => await client.ClaimAsync("t1", "s1", default),
        ["credits"] = async (client, _) => await client.GetCreditsAsync(default),
        ["state"] = async (client, _) => Told(await client.GetStateAsync("s1", default)),
        ["upload"] = async (client, _) => string.Join(' ', await client.UploadAsync("s1", new UploadContent("a.png", "image/png", new MemoryStream([1]), 1), null, default)),
        ["addresses"] = async (client, _) => string.Join(' ', await client.UploadUrlsAsync("s1", ["https://example.com/a.png"], default)),
        ["turn"] = async (client, progress) => await client.RunTurnAsync("s1", "x", progress, default) is var outcome ? $"{outcome} {TurnStory.Words(outcome)}" : "",
        ["submit"] = async (client, _) => await client.SubmitRenderAsync("render_1", "s1", new RawDraft("{}"u8.ToArray()), new RenderOutput(), default),
        ["render"] = async (client, _) => await client.GetRenderAsync("render_1", default) is { } render ? $"{render} {string.Join(' ', render.Notes ?? [])}" : "none",
        ["cancel"] = async (client, _) =>
        {
            await client.CancelRenderAsync("render_1", default);
            return "done";
        },
    };

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Calls))]
    public async Task A_token_that_the_backend_echoes_is_in_no_result_log_error_or_address(string call)
    {
        foreach (var reply in s_replies)
        {
            using var loggers = new KeptLogs();
            using var folder = new TempFolder();
            await using var server = LyingBackend.Start();
            server.Always(RawStep.ReadBody, RawStep.Send(reply));
            using var client = BackendClientFactory.ForNetwork(BackendDescription.At(server.Address), Options(server.Address, folder), TimeProvider.System, loggers);
            var seen = new StringBuilder();

            try
            {
                seen.Append(await s_calls[call](client, new Listener(progress => seen.Append(progress.Text).Append(progress.Tool))));
            }
            catch (BackendException exception)
            {
                seen.Append(exception).Append(exception.Reason);
            }

            seen.Append(loggers.Text);
            seen.AppendJoin('\n', server.Heads.Select(head => head.Split('\n')[0]));
            Assert.DoesNotContain(Canary, seen.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Words_from_elsewhere_are_cleaned_on_request()
    {
        using var folder = new TempFolder();
        using var client = BackendClientFactory.ForNetwork(
            BackendDescription.Cloud(new Uri("https://api.example/")), Options(new Uri("https://api.example/"), folder), TimeProvider.System, new KeptLogs());

        Assert.Equal("a [token] b", client.Redact($"a {Canary} b"));
    }

    private static GatewayOptions Options(Uri address, TempFolder folder) => new()
    {
        BaseAddress = address,
        Token = Canary,
        DataFolder = folder.Path,
        ProductVersion = "1.2.3",
        RetryDelay = TimeSpan.FromMilliseconds(1),
        UploadGrace = TimeSpan.Zero,
        SubmitGrace = TimeSpan.Zero,
    };

    private static string Told(ProjectSnapshot state) =>
        $"{state} {string.Join(' ', state.Media.Concat(state.Generated))}";

    private sealed class KeptLogs : ILoggerFactory, ILogger
    {
        private readonly StringBuilder _lines = new();

        public string Text
        {
            get
            {
                lock (_lines)
                {
                    return _lines.ToString();
                }
            }
        }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
            {
                _lines.AppendLine(formatter(state, exception)).Append(exception);
            }
        }

        public void Dispose()
        {
        }
    }
}
