using System.Diagnostics;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests;

public sealed class PreviewTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        foreach (var picture in Repository.Pictures)
        {
            File.Copy(picture, Path.Combine(_server.InputFolder, Path.GetFileName(picture)));
        }

        _client = await _server.ConnectAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 300_000)]
    public async Task An_agent_sees_the_timeline_a_frame_and_the_finished_file()
    {
        await _client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = "turn these images into a 10-second video with the title 'Urban Dreams'",
            ["files"] = Repository.Pictures.Select(path => Path.Combine(_server.InputFolder, Path.GetFileName(path))).ToArray(),
        });

        var sheet = await _client.CallToolAsync("preview_video");
        var frame = await _client.CallToolAsync("preview_video", new Dictionary<string, object?> { ["at_seconds"] = 1.5, ["side"] = 320 });
        var exported = await ExportAsync();

        var shown = ToolCalls.Data(sheet);
        Assert.Equal(shown.GetProperty("shots").GetInt32(), shown.GetProperty("shots_shown").GetInt32());
        Assert.Equal((shown.GetProperty("width").GetInt32(), shown.GetProperty("height").GetInt32()), await MeasureAsync(sheet, most: 80_000));
        Assert.Contains($"{shown.GetProperty("times_seconds").GetArrayLength()} frames", ToolCalls.Text(sheet), StringComparison.Ordinal);
        var (width, height) = await MeasureAsync(frame, most: 100_000);
        Assert.Equal(320, Math.Max(width, height));
        await MeasureAsync(exported, most: 80_000);
        Assert.DoesNotContain(Convert.ToBase64String(Image(exported).AsSpan(0, 30)), exported.StructuredContent!.Value.GetRawText(), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_empty_timeline_is_told_with_the_next_step()
    {
        var created = await _client.FinishAsync("upload_media", new Dictionary<string, object?>
        {
            ["files"] = new[] { Path.Combine(_server.InputFolder, Path.GetFileName(Repository.Pictures[0])) },
        });

        var result = await _client.CallToolAsync(
            "preview_video", new Dictionary<string, object?> { ["project_id"] = created.GetProperty("project_id").GetString() });

        Assert.True(result.IsError);
        Assert.StartsWith("timeline_empty:", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    private async Task<CallToolResult> ExportAsync()
    {
        var result = await _client.CallToolAsync("export_video", new Dictionary<string, object?> { ["quality"] = "draft", ["resolution"] = "480p" });
        while (Status(ToolCalls.Data(result)) == "running")
        {
            var job = Job(ToolCalls.Data(result)).GetProperty("job_id").GetString();
            result = await _client.CallToolAsync("check_job", new Dictionary<string, object?> { ["job_id"] = job });
        }

        return result;
    }

    private static JsonElement Job(JsonElement data) => data.TryGetProperty("jobs", out var jobs) ? jobs[0] : data;

    private static string? Status(JsonElement data) => Job(data).GetProperty("status").GetString();

    private static byte[] Image(CallToolResult result)
    {
        var image = Assert.Single(result.Content.OfType<ImageContentBlock>());
        Assert.Equal("image/jpeg", image.MimeType);
        return image.DecodedData.ToArray();
    }

    /// <summary>The size of the picture as ffprobe sees it.</summary>
    private async Task<(int Width, int Height)> MeasureAsync(CallToolResult result, int most)
    {
        var jpeg = Image(result);
        Assert.InRange(jpeg.Length, 1000, most);
        Assert.Equal([0xFF, 0xD8, 0xFF], jpeg[..3]);
        var path = Path.Combine(_server.InputFolder, Guid.NewGuid().ToString("N") + ".jpg");
        await File.WriteAllBytesAsync(path, jpeg);
        var start = new ProcessStartInfo(
            "ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", path])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var words = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(',');
        await process.WaitForExitAsync();

        Assert.Equal("mjpeg", words[0]);
        return (int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture));
    }
}
