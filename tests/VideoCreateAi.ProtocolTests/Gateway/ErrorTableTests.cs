using System.Text;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Every row of the protocol's table of errors, in every envelope that it lists and in what proxies make of them.</summary>
public sealed class ErrorTableTests
{
    /// <summary>The code, the status that says the same (0 = none does), the fault, and the words of the next step.</summary>
    private static readonly (int Code, int Status, string Fault, string Next)[] s_rows =
    [
        (1001, 401, "token_invalid", "Set a valid token"),
        (1002, 0, "session_not_found", "new session"),
        (2001, 0, "out_of_credits", "Top up at https://nemovideo.com/"),
        (4001, 415, "unsupported_file_type", "mp4, mov, avi"),
        (4002, 413, "file_too_large", "Trim or compress"),
        (402, 402, "export_blocked_by_plan", "https://nemovideo.com/"),
        (429, 429, "rate_limited", "Try again in"),
        (500, 500, "backend_error", "Try again in a minute"),
    ];

    public static TheoryData<int, string, string, string> Envelopes
    {
        get
        {
            var data = new TheoryData<int, string, string, string>();
            foreach (var (code, status, fault, next) in s_rows)
            {
                data.Add(200, $$"""{"code":{{code}},"message":"x"}""", fault, next);
                data.Add(200, $$"""{"code":"{{code}}","message":"x","data":null}""", fault, next);
                data.Add(200, $$"""{"success":false,"error":"x y","code":{{code}}}""", fault, next);
                data.Add(200, $$"""{"error":{"code":{{code}},"message":"x"} }""", fault, next);
                data.Add(200, $$"""{"detail":{"code":{{code}},"message":"x"} }""", fault, next);
                data.Add(code == 500 ? 500 : 400, $$"""{"code":{{code}},"message":"x"}""", fault, next);
                foreach (var body in status == 0 ? [] : s_bodies)
                {
                    data.Add(status, body, fault, next);
                }
            }

            return data;
        }
    }

    private static readonly string[] s_bodies =
    [
        """{"success":false,"error":"x y"}""", """{"detail":"x"}""", """{"error":"x y"}""", "<html><body>no</body></html>", "", """{"code":""", "null", "[]", "\0\u0001\u007f",
    ];

    [Theory(Timeout = 20_000)]
    [MemberData(nameof(Envelopes))]
    public async Task A_row_of_the_table_is_understood_in_every_envelope(int status, string body, string fault, string next)
    {
        var error = await ErrorOfAsync(status, Encoding.UTF8.GetBytes(body));

        Assert.Equal(fault, error.Fault.Code());
        Assert.Contains(next, error.Message, StringComparison.Ordinal);
        Assert.Matches("othing was (\\w+ and nothing was )?charged", error.Message);
    }

    [Theory(Timeout = 20_000)]
    [InlineData("<html>Sign in</html>")]
    [InlineData("")]
    [InlineData("""{"code":0,"da""")]
    [InlineData("{\0")]
    public async Task A_body_that_is_no_JSON_did_not_come_from_the_backend(string body)
    {
        var error = await ErrorOfAsync(200, Encoding.UTF8.GetBytes(body));

        Assert.Equal(BackendFault.ReplyInvalid, error.Fault);
        Assert.DoesNotContain("Sign in<", error.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(200, "reply_invalid")]
    [InlineData(400, "request_refused")]
    [InlineData(500, "backend_error")]
    public async Task Text_in_another_encoding_and_noise_are_no_crash(int status, string fault)
    {
        foreach (var body in (byte[][])[[.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{\"code\":2001}")], Encoding.BigEndianUnicode.GetBytes("{}"), [.. Enumerable.Range(0, 256).Select(i => (byte)i)]])
        {
            Assert.Equal(fault, (await ErrorOfAsync(status, body)).Fault.Code());
        }
    }

    [Theory(Timeout = 60_000)]
    [InlineData(502, "backend_error")]
    [InlineData(200, "reply_invalid")]
    public async Task A_body_of_a_hundred_megabytes_is_read_no_further_than_its_cap(int status, string fault)
    {
        await using var server = LyingBackend.Start();
        server.Always(RawStep.Send($"HTTP/1.1 {status} X\r\nContent-Type: text/html\r\nContent-Length: 104857600\r\n\r\n"), RawStep.Endless(new string('x', 65536)));
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder);

        var error = await Assert.ThrowsAsync<BackendException>(() => client.GetCreditsAsync(default));

        Assert.Equal(fault, error.Fault.Code());
    }

    [Fact(Timeout = 20_000)]
    public async Task A_plan_that_blocks_is_never_answered_with_credits_as_the_cure()
    {
        var error = await ErrorOfAsync(402, "{}"u8.ToArray());

        Assert.DoesNotContain("top up", error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("subscription, not of credits", error.Message, StringComparison.Ordinal);
    }

    private static async Task<BackendException> ErrorOfAsync(int status, byte[] body)
    {
        await using var server = LyingBackend.Start();
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        server.Always(RawStep.ReadBody, RawStep.Send([.. Encoding.ASCII.GetBytes(head), .. body]));
        using var folder = new TempFolder();
        using var client = GatewayFixture.NewClient(server.Address, folder, options =>
        {
            options.MaxRetryWait = TimeSpan.FromSeconds(1);
            options.MaxTries = 1;
        });
        return await Assert.ThrowsAsync<BackendException>(() => client.GetCreditsAsync(default));
    }
}
