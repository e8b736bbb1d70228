using VideoCreateAi.EndToEndTests.Shell;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.EndToEndTests.Telemetry;

/// <summary>What the published program tells a collector, and that it tells nobody without one.</summary>
public sealed class TelemetryTests : IAsyncLifetime
{
    private const string Title = "Zanzibar7731";

    private readonly PublishedServer _server = new();
    private readonly Collector _collector = new();

    public Task InitializeAsync() => MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=640x480", "-frames:v", "1", Picture);

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _collector.Dispose();
    }

    [Fact]
    public async Task A_collector_hears_of_a_turn_and_a_render_and_nothing_of_what_the_user_wrote()
    {
        using var run = await MakeAsync(_collector.Environment);
        await _collector.UntilAsync(heard => heard.Metrics.Contains("videocreateai.render.video", StringComparison.Ordinal)
            && heard.Metrics.Contains("videocreateai.render.queue.depth", StringComparison.Ordinal)
            && heard.Spans.Contains("videocreateai.render.id", StringComparison.Ordinal)
            && heard.Spans.Contains("turn", StringComparison.Ordinal));

        var (metrics, spans) = (_collector.Metrics, _collector.Spans);
        Assert.Equal(0, run.ExitCode);
        Assert.All(
            (string[])["render.wait", "render.duration", "render.ended", "render.video", "render.work", "render.attempts", "render.queue.age", "turn.duration"],
            name => Assert.Contains("videocreateai." + name, metrics, StringComparison.Ordinal));
        Assert.All(
            (string[])["videocreateai-studio", "service.version", "service.instance.id", "dotnet.gc", "http.server.request.duration"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All((string[])["VideoCreateAi.Studio", "turn", "changed", "render", "made"], name => Assert.Contains(name, spans, StringComparison.Ordinal));
        Assert.All(
            (string[])[Title, "hidden-picture", _server.DataFolder, _server.InputFolder, "Bearer", Environment.MachineName + "-"],
            secret => Assert.DoesNotContain(secret, metrics + spans, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_collector_hears_of_calls_to_the_server_and_nothing_of_what_they_name()
    {
        await using var server = await WiredServer.StartAsync([.. _server.Arguments], _collector.Environment);
        await server.CallAsync("check_job", """{"job_id":"job_Zanzibar7731"}""");
        await server.AnswerToAsync("""{"jsonrpc":"2.0","id":"Zanzibar7731","method":"resources/read","params":{"uri":"video://Zanzibar7731"}}""");
        await server.AnswerToAsync("""{"jsonrpc":"2.0","id":"n","method":"tools/call","params":{"name":"Zanzibar7731","arguments":{}}}""");

        // Before the end, at which a busy machine may run out of the little time that there is for the last of it.
        await _collector.UntilAsync(heard => heard.Metrics.Contains("mcp.server.operation.duration", StringComparison.Ordinal)
            && heard.Spans.Contains("tools/call", StringComparison.Ordinal));
        await server.EndAsync();

        Assert.Contains("videocreateai-mcp", _collector.Spans, StringComparison.Ordinal);
        Assert.Contains("check_job", _collector.Spans, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, _collector.Metrics + _collector.Spans, StringComparison.Ordinal);
        Assert.DoesNotContain(_server.DataFolder, _collector.Metrics + _collector.Spans, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_studio_on_its_own_loads_no_telemetry_and_nothing_of_a_farm()
    {
        using var run = await MakeAsync([]);
        var loaded = await File.ReadAllTextAsync($"/proc/{await StudioProcess.IdAsync(_server.DataFolder)}/maps");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("VideoCreateAi.Studio.dll", loaded, StringComparison.Ordinal);
        Assert.All((string[])["OpenTelemetry", "Npgsql", "AWSSDK"], library => Assert.DoesNotContain(library, loaded, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_a_collector_loads_no_telemetry()
    {
        await using var server = await WiredServer.StartAsync([.. _server.Arguments], []);
        await server.CallAsync("check_job", """{"job_id":"job_1"}""");
        var loaded = await File.ReadAllTextAsync($"/proc/{server.ProcessId}/maps");

        Assert.Contains("videocreateai.dll", loaded, StringComparison.Ordinal);
        Assert.All((string[])["OpenTelemetry", "Npgsql", "AWSSDK"], library => Assert.DoesNotContain(library, loaded, StringComparison.Ordinal));
        await server.EndAsync();
    }

    private string Picture => Path.Combine(_server.InputFolder, "hidden-picture.png");

    private Task<ShellRun> MakeAsync(Dictionary<string, string?> environment) => ShellRun.OfAsync(
        [
            "make", $"a 1 second slideshow with the title \"{Title}\"", "--resolution", "480p", "--quality", "draft", "--fps", "12", Picture,
            "-o", Path.Combine(_server.InputFolder, "out.mp4"), "--data", _server.DataFolder, "--backend", "studio",
        ],
        environment: environment);
}
