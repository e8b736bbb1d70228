using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace VideoCreateAi.EndToEndTests;

public sealed class ClosingTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();

    public async Task InitializeAsync()
    {
        for (var number = 1; number <= 3; number++)
        {
            await MediaTools.MakeAsync(
                "-f", "lavfi", "-i", $"testsrc2=s=1280x720,hue=h={number * 100}", "-frames:v", "1", Path.Combine(_server.InputFolder, $"p{number}.png"));
        }
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_render_goes_on_without_its_client_and_the_next_one_finds_it()
    {
        var first = await _server.ConnectAsync();
        var job = await BeginExportAsync(first);
        await first.DisposeAsync();

        var second = await _server.ConnectAsync();
        var listed = ToolCalls.Data(await second.CallToolAsync("check_job")).GetProperty("jobs");
        var finished = await second.FinishAsync(listed[0]);

        Assert.Equal(job, listed[0].GetProperty("job_id").GetString());
        await AssertSoundAsync(finished);
    }

    [Fact]
    public async Task A_render_survives_the_death_of_the_studio()
    {
        var client = await _server.ConnectAsync();
        var job = await BeginExportAsync(client);
        await UntilRenderingAsync(client, job);
        var studio = await _server.StudioProcessIdAsync();
        Process.GetProcessById(studio).Kill();

        var finished = await client.FinishAsync(JobOf(await client.CallToolAsync("check_job", new Dictionary<string, object?> { ["job_id"] = job })));

        await AssertSoundAsync(finished);
        Assert.NotEqual(studio, await _server.StudioProcessIdAsync());
    }

    [Fact]
    public async Task The_server_ends_with_its_input_though_a_tool_still_waits()
    {
        var client = await _server.ConnectAsync();
        await BeginExportAsync(client);
        using var server = StartRaw();
        await SayHelloAsync(server);
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"check_job","arguments":{"wait_seconds":600}}}""");
        await server.StandardInput.FlushAsync();

        server.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await server.WaitForExitAsync(limit.Token);

        Assert.Equal(0, server.ExitCode);
    }

    [Fact]
    public async Task Standard_output_carries_nothing_but_MCP()
    {
        using var server = StartRaw();
        await SayHelloAsync(server);
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"get_credits","arguments":{}}}""");
        await server.StandardInput.FlushAsync();
        var answer = await server.StandardOutput.ReadLineAsync();
        server.StandardInput.Close();
        var rest = await server.StandardOutput.ReadToEndAsync();

        Assert.Equal(2, JsonDocument.Parse(answer!).RootElement.GetProperty("id").GetInt32());
        Assert.All(
            rest.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Equal("2.0", JsonDocument.Parse(line).RootElement.GetProperty("jsonrpc").GetString()));
    }

    [Fact]
    public async Task Progress_begins_with_connecting_and_only_grows_on_the_wire()
    {
        var client = await _server.ConnectAsync();
        await BeginExportAsync(client);
        var project = await ProjectAsync(client);
        using var server = StartRaw();
        await SayHelloAsync(server);
        await server.StandardInput.WriteLineAsync(
            $$$$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"export_video","arguments":{"project_id":"{{{{project}}}}","quality":"draft","wait_seconds":600},"_meta":{"progressToken":"p"}}}""");
        await server.StandardInput.FlushAsync();

        List<(double Value, string Message)> told = [];
        while (await server.StandardOutput.ReadLineAsync() is { } line && JsonDocument.Parse(line).RootElement is var message && !message.TryGetProperty("id", out _))
        {
            var value = message.GetProperty("params");
            told.Add((value.GetProperty("progress").GetDouble(), value.GetProperty("message").GetString()!));
        }

        server.StandardInput.Close();
        Assert.Equal("Connecting…", told[0].Message);
        Assert.True(told.Count > 2);
        Assert.All(told.Zip(told.Skip(1)), pair => Assert.True(pair.Second.Value > pair.First.Value));
    }

    private static async Task<string> ProjectAsync(McpClient client) =>
        ToolCalls.Data(await client.CallToolAsync("list_projects")).GetProperty("projects")[0].GetProperty("project_id").GetString()!;

    private Process StartRaw()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in _server.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task SayHelloAsync(Process server)
    {
        await server.StandardInput.WriteLineAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""");
        await server.StandardInput.WriteLineAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        await server.StandardInput.FlushAsync();
        Assert.Contains("videocreateai", await server.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
    }

    private async Task<string> BeginExportAsync(McpClient client)
    {
        await client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = "make a 12 second slideshow of these with crossfades and music",
            ["files"] = Enumerable.Range(1, 3).Select(number => Path.Combine(_server.InputFolder, $"p{number}.png")).ToArray(),
        });
        var export = ToolCalls.Data(await client.CallToolAsync(
            "export_video", new Dictionary<string, object?> { ["wait_seconds"] = 0, ["quality"] = "fast" }));
        return export.GetProperty("job_id").GetString()!;
    }

    private static async Task UntilRenderingAsync(McpClient client, string job)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!limit.IsCancellationRequested)
        {
            var now = JobOf(await client.CallToolAsync("check_job", new Dictionary<string, object?> { ["job_id"] = job, ["wait_seconds"] = 1 }));
            if (now.GetProperty("progress").GetDouble() > 40)
            {
                return;
            }
        }

        Assert.Fail("The render did not begin within a minute.");
    }

    private static JsonElement JobOf(ModelContextProtocol.Protocol.CallToolResult result) => ToolCalls.Data(result).GetProperty("jobs")[0];

    private static async Task AssertSoundAsync(JsonElement job)
    {
        Assert.True(job.GetProperty("status").GetString() == "done", job.GetRawText());
        var probe = await MediaTools.ProbeAsync(job.GetProperty("export").GetProperty("path").GetString()!);
        var video = probe.GetProperty("streams").EnumerateArray().Single(stream => stream.GetProperty("codec_type").GetString() == "video");
        Assert.Equal("360", video.GetProperty("nb_read_packets").GetString());
    }
}
