using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Protocol;
using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.SafetyTests.Memory;
using VideoCreateAi.TestKit.Published;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Browser;

/// <summary>Pages of an attacker in a real browser, against the published program behind its HTTP door and against a studio on a port.
/// What they do is in <c>attack.js</c>.</summary>
public sealed class BrowserAttackTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Rules = "MAP attacker.example 127.0.0.1, MAP rebound.example 127.0.0.1, MAP mcp.evil.example 127.0.0.2, MAP studio.evil.example 127.0.0.2, MAP honest.example 127.0.0.3";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    private readonly CanaryStage _stage = new();
    private readonly CanaryStage _studioStage = new();
    private HeavyBackend _backend = null!;
    private ServedProgram _served = null!;
    private PublishedProgram _studio = null!;
    private AttackSite _site = null!;
    private int _studioPort;

    public async Task InitializeAsync()
    {
        _backend = await HeavyBackend.StartAsync();
        _site = await AttackSite.StartAsync();
        _studioPort = FreePort();
        _studio = PublishedProgram.Start(
            [PublishedProgram.Library, "studio", "--urls", $"http://127.0.0.1:{_studioPort}", "--data", _studioStage.DataFolder], _studioStage.Environment("auto"));
        _served = await ServedProgram.StartAsync(_stage, _backend.Address);
        await ConnectableAsync(_studioPort);
    }

    public async Task DisposeAsync()
    {
        await _served.DisposeAsync();
        await _studio.DisposeAsync();
        await _site.DisposeAsync();
        await _backend.DisposeAsync();
        _stage.Dispose();
        _studioStage.Dispose();
    }

    [Fact]
    public async Task No_page_reaches_a_tool_and_a_client_does()
    {
        var door = _served.Address.Port;
        AttackTarget[] OfNames(params IEnumerable<string> names) =>
        [
            new($"http://127.0.0.1:{_site.Port}", "decoy"),
            .. names.SelectMany(name => new AttackTarget[] { new($"http://{name}:{door}", "mcp"), new($"http://{name}:{_studioPort}", "studio"), new($"http://{name}:{_studioPort}", "drain") }),
        ];
        var open = Page("open", OfNames("127.0.0.1", "localhost", "rebound.example", "0.0.0.0"));
        var local = Page("local", OfNames("localhost"));
        var nameless = Page("nameless", OfNames("127.0.0.1"));
        var mcp = Page("mcp", [new($"http://mcp.evil.example:{door}", "mcp")]);
        var studio = Page("studio", [.. new[] { "studio", "drain" }.Select(kind => new AttackTarget($"http://studio.evil.example:{_studioPort}", kind))]);
        await using var mcpName = new ReboundName(IPAddress.Parse("127.0.0.2"), door, _site.PageOf(mcp));
        await using var studioName = new ReboundName(IPAddress.Parse("127.0.0.2"), _studioPort, _site.PageOf(studio));
        mcpName.Start();
        studioName.Start();

        PageReport[] reports;
        var first = AttackSite.PageThatOpens(
        [
            $"http://attacker.example:{_site.Port}{_site.Publish(_site.PageOf(open))}",
            $"http://localhost:{_site.Port}{_site.Publish(_site.PageOf(local))}",
            $"http://attacker.example:{_site.Port}{_site.Publish(_site.NamelessPageOf(nameless))}",
            $"http://mcp.evil.example:{door}/page",
            $"http://studio.evil.example:{_studioPort}/page",
        ]);
        await using (new Chromium(Rules, $"http://attacker.example:{_site.Port}{_site.Publish(first)}"))
        {
            reports = [.. (await Task.WhenAll(new[] { open, local, nameless, mcp, studio }.Select(page => _site.ReportAsync(page.Page))).WaitAsync(s_limit)).SelectMany(report => report)];
        }

        output.WriteLine($"{reports.Length} attempts: {string.Join(", ", reports.Where(report => report.Kind != "decoy").GroupBy(report => report.Result.Split(' ')[0]).Select(group => $"{group.Key} {group.Count()}"))}");
        Assert.DoesNotContain(reports, report => report.Kind != "decoy" && (report.Result.StartsWith('2') || report.Result.Contains("result", StringComparison.Ordinal)));
        Assert.All(reports.Where(report => report is { Page: "mcp" or "studio", Way: "wholeCall" or "knownToken" or "handshake" }), report => Assert.Equal("403 ", report.Result));
        Assert.Empty(_backend.Requests);
        Assert.False(File.Exists(Path.Combine(_stage.DataFolder, AuditTrail.FileName)));
        Assert.Equal(0, Users());
        Assert.False(await IsDrainingAsync());
        AssertWereSent();
        _stage.AssertNowhere(_stage.Token, [.. _served.Program.Errors, .. _served.Program.Children]);

        // The same counters move as soon as somebody calls who may.
        Assert.Contains("\"result\"", await _served.CallAsync("get_credits", "{}"), StringComparison.Ordinal);
        Assert.Contains("\"result\"", await _served.CallAsync("open_project", """{"new":true}"""), StringComparison.Ordinal);
        await IssueTokenAsync();
        Assert.NotEmpty(_backend.Requests);
        Assert.NotEmpty(await File.ReadAllTextAsync(Path.Combine(_stage.DataFolder, AuditTrail.FileName)));
        Assert.Equal(1, Users());
    }

    [Fact]
    public async Task The_page_s_own_call_is_a_good_one_where_the_door_is_held_open()
    {
        var door = _served.Address.Port;
        var page = Page("honest", [new($"http://honest.example:{door}", "mcp")]);
        await using var name = new ReboundName(
            IPAddress.Parse("127.0.0.3"), door, _site.PageOf(page),
            head => head.Replace($"honest.example:{door}", $"127.0.0.1:{door}", StringComparison.Ordinal).Replace("\r\nConnection: keep-alive", "\r\nConnection: close", StringComparison.Ordinal));
        name.Start();

        PageReport[] report;
        await using (new Chromium(Rules, $"http://honest.example:{door}/page"))
        {
            report = await _site.ReportAsync("honest").WaitAsync(s_limit);
        }

        Assert.StartsWith("200 ", Assert.Single(report, attempt => attempt.Way == "knownToken").Result, StringComparison.Ordinal);
        Assert.StartsWith("401 ", Assert.Single(report, attempt => attempt.Way == "guessedToken").Result, StringComparison.Ordinal);
        Assert.Single(_backend.Requests);
    }

    private AttackSettings Page(string name, IReadOnlyList<AttackTarget> targets) =>
        new(name, $"http://attacker.example:{_site.Port}", targets, _served.Token, _served.TokenPath);

    /// <summary>Each way of attacking left the browser from each page that could go it, if only as a question beforehand.</summary>
    private void AssertWereSent()
    {
        string[] everywhere =
        [
            "simplePost", "disguisedPost", "readablePost", "jsonPost", "wholeCall", "guessedToken", "knownToken", "handshake", "credentials", "keepalive", "get", "silentGet", "head", "remove", "put",
            "request", "beacon", "typedBeacon", "textForm", "plainForm", "fileForm", "getForm", "image", "script", "style", "frame", "object", "socket", "events", "worker",
        ];
        var sent = _site.Decoyed;
        Assert.DoesNotContain(new[] { "open", "local", "nameless" }.SelectMany(page => everywhere.Select(way => $"{page}.{way}")), way => !sent.ContainsKey(way));
        Assert.Contains("local.serviceWorker", sent.Keys);
        Assert.Equal("POST", sent["open.simplePost"]);
        Assert.Equal("OPTIONS", sent["open.jsonPost"]);
    }

    private int Users()
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(_studioStage.DataFolder, "studio.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FROM users";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<bool> IsDrainingAsync()
    {
        using var http = new HttpClient();
        using var reply = JsonDocument.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{_studioPort}{Routes.StudioVersion}")));
        return reply.RootElement.GetProperty("data").GetProperty("draining").GetBoolean();
    }

    private async Task IssueTokenAsync()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{_studioPort}{Routes.AnonymousToken}") { Headers = { { "X-Client-Id", "a-program" } } };
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task ConnectableAsync(int port)
    {
        using var limit = new CancellationTokenSource(s_limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        while (true)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port, limit.Token);
                return;
            }
            catch (SocketException)
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
    }
}
