using System.Diagnostics;
using ModelContextProtocol.Client;
using Xunit.Abstractions;

namespace VideoCreateAi.EndToEndTests;

/// <summary>A cancelled export stops working, not only waiting.</summary>
public sealed class CancellingTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly PublishedServer _server = new();
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=1920x1080", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
        _client = await _server.ConnectAsync();
        await _client.FinishAsync("create_video", new()
        {
            ["text"] = "a 60 second video of this, zooming in", ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png") },
        });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory(Timeout = 300_000)]
    [InlineData(null, "The export was stopped; no file was made. The timeline is unchanged.")]
    [InlineData("tiktok youtube", "The export was stopped; no file was made. The timeline is unchanged.")]
    public async Task Every_ffmpeg_of_a_cancelled_export_is_gone_soon_after_the_answer(string? presets, string remains)
    {
        var begun = ToolCalls.Data(await _client.CallToolAsync(
            "export_video", new Dictionary<string, object?> { ["wait_seconds"] = 0, ["quality"] = "best", ["presets"] = presets?.Split(' ') }));
        var studio = await _server.StudioProcessIdAsync();
        await StudioTools.UntilAsync(studio, any: true, s_limit);

        var asked = Stopwatch.GetTimestamp();
        var cancelled = ToolCalls.Data(await _client.CallToolAsync("cancel_job", new Dictionary<string, object?> { ["job_id"] = begun.GetProperty("job_id").GetString() }));
        var answered = Stopwatch.GetTimestamp();
        await StudioTools.UntilAsync(studio, any: false, TimeSpan.FromSeconds(20));

        output.WriteLine($"Answered after {Stopwatch.GetElapsedTime(asked, answered).TotalMilliseconds:0} ms, no ffmpeg {Stopwatch.GetElapsedTime(answered).TotalMilliseconds:0} ms later.");
        Assert.Equal(("cancelled", remains), (cancelled.GetProperty("status").GetString(), cancelled.GetProperty("remains").GetString()));
        Assert.Empty(Directory.Exists(_server.OutputFolder) ? Directory.GetFiles(_server.OutputFolder, "*.mp4") : []);
    }
}
