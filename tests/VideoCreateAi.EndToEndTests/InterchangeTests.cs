using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.EndToEndTests;

/// <summary>Files beside the video: its sound, its captions, its cuts for other editors, one picture of it.</summary>
public sealed class InterchangeTests : IAsyncLifetime
{
    private const string Captions = "captions:\n0-3 The city wakes\n3-6 and never sleeps";

    private readonly PublishedServer _server = new();
    private McpClient _client = null!;
    private string _project = "";

    public async Task InitializeAsync()
    {
        foreach (var picture in Repository.Pictures.Take(3))
        {
            File.Copy(picture, Path.Combine(_server.InputFolder, Path.GetFileName(picture)));
        }

        await MediaTools.MakeAsync(
            "-f", "lavfi", "-i", "testsrc2=s=320x240:r=30", "-f", "lavfi", "-i", "sine=330", "-t", "6", "-pix_fmt", "yuv420p", Path.Combine(_server.InputFolder, "walk.mp4"));
        _client = await _server.ConnectAsync();
        var created = await _client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = "a 10 second video with crossfades of half a second, calm music and the title 'Urban Dreams' for the first 2 seconds, vertical",
            ["files"] = Directory.GetFiles(_server.InputFolder).Order().ToArray(),
        });
        _project = created.GetProperty("project_id").GetString()!;
        await _client.FinishAsync("edit_video", new Dictionary<string, object?> { ["message"] = Captions });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 600_000)]
    public async Task Everything_that_can_be_saved_of_one_timeline()
    {
        await SoundAsync("mp3", "mp3", -14);
        await SoundAsync("wav", "pcm_s16le", -14);
        await CaptionsAsync();
        await CutsAsync();
        await PicturesAsync();
        await ByWordsAsync();
        await ByShellAsync();
    }

    private async Task SoundAsync(string format, string codec, double loudness)
    {
        var (path, shown) = await ExportAsync(new() { ["format"] = format });

        var probed = await MediaTools.ProbeAsync(path);
        var stream = Assert.Single(probed.GetProperty("streams").EnumerateArray());
        Assert.Equal((codec, "48000", 2), (stream.GetProperty("codec_name").GetString(), stream.GetProperty("sample_rate").GetString(), stream.GetProperty("channels").GetInt32()));
        Assert.Equal(10, double.Parse(probed.GetProperty("format").GetProperty("duration").GetString()!, CultureInfo.InvariantCulture), 0.1);
        Assert.Equal(loudness, await MediaTools.LoudnessAsync(path), 1.0);
        Assert.Contains($"Saved {path} (10.0 s, ", ToolCalls.Text(shown), StringComparison.Ordinal);
        Assert.Empty(shown.Content.OfType<ImageContentBlock>());
    }

    private async Task CaptionsAsync()
    {
        var (path, shown) = await ExportAsync(new() { ["format"] = "srt" });

        var timeline = ToolCalls.Data(await _client.CallToolAsync("get_timeline", new Dictionary<string, object?> { ["segments"] = true }));
        var captions = timeline.GetProperty("tracks").EnumerateArray().Single(track => track.GetProperty("kind").GetString() == "Captions").GetProperty("segments").EnumerateArray()
            .Select(segment => $"{Clock(segment.GetProperty("start_seconds").GetDouble())} --> {Clock(segment.GetProperty("end_seconds").GetDouble())}");
        var text = await File.ReadAllTextAsync(path);
        Assert.Equal(captions, text.Split('\n').Where(line => line.Contains("-->", StringComparison.Ordinal)));
        Assert.Contains("and never sleeps", text, StringComparison.Ordinal);

        // As players read it.
        Assert.Equal("subrip", (await MediaTools.ProbeAsync(path)).GetProperty("streams")[0].GetProperty("codec_name").GetString());
        var link = shown.Content.OfType<ResourceLinkBlock>().Single();
        Assert.Equal("application/x-subrip", link.MimeType);
        Assert.Equal(text, Assert.IsType<TextResourceContents>(Assert.Single((await _client.ReadResourceAsync(link.Uri)).Contents)).Text);
    }

    private async Task CutsAsync()
    {
        var (path, _) = await ExportAsync(new() { ["format"] = "otio" });

        using var otio = JsonDocument.Parse(await File.ReadAllTextAsync(path));
        OtioSchema.Check(otio.RootElement);
        var lanes = otio.RootElement.GetProperty("tracks").GetProperty("children").EnumerateArray().ToDictionary(lane => lane.GetProperty("name").GetString()!);
        Assert.Equal(["Video", "Titles", "Captions", "Sound of the video", "Music"], lanes.Keys);
        Assert.Equal(300, OtioSchema.Length(lanes["Video"]));
        Assert.Equal(300, OtioSchema.Length(lanes["Music"]));
        Assert.Equal(60, OtioSchema.Length(lanes["Titles"]));
        var clips = lanes["Video"].GetProperty("children").EnumerateArray().Where(child => child.GetProperty("OTIO_SCHEMA").GetString() == "Clip.1").ToList();
        Assert.Equal(4, clips.Count);
        Assert.Equal(3, lanes["Video"].GetProperty("children").GetArrayLength() - clips.Count);
        foreach (var clip in clips)
        {
            var reference = clip.GetProperty("media_reference");
            var file = new Uri(reference.GetProperty("target_url").GetString()!).LocalPath;
            var original = await File.ReadAllBytesAsync(Path.Combine(_server.InputFolder, clip.GetProperty("name").GetString()!));
            Assert.Equal(original, await File.ReadAllBytesAsync(file));
        }
    }

    private async Task PicturesAsync()
    {
        var (path, shown) = await ExportAsync(new() { ["format"] = "png", ["at_seconds"] = 1.0 });
        var (platforms, _) = await _client.FinishShownAsync(
            "export_video", new() { ["format"] = "jpg", ["presets"] = new[] { "tiktok", "youtube" }, ["project_id"] = _project });

        var picture = (await MediaTools.ProbeAsync(path)).GetProperty("streams")[0];
        Assert.Equal((1080, 1920), (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()));
        Assert.Contains("shows the video at 1.0 s", ToolCalls.Text(shown), StringComparison.Ordinal);
        Assert.Single(shown.Content.OfType<ImageContentBlock>());
        Assert.Equal(
            [("done", 1080, 1920), ("done", 1920, 1080)],
            platforms.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("status").GetString(), item.GetProperty("width").GetInt32(), item.GetProperty("height").GetInt32())));
    }

    private async Task ByWordsAsync()
    {
        (string Words, string Ending)[] wishes =
        [
            ("give me just the audio as mp3", ".mp3"), ("export the subtitles as srt", ".srt"), ("send me an otio for Resolve", ".otio"), ("save a thumbnail", ".jpg"),
        ];
        foreach (var (words, ending) in wishes)
        {
            var job = await _client.FinishAsync("create_video", new() { ["text"] = words, ["project_id"] = _project });

            Assert.Equal((words, ending), (words, Path.GetExtension(job.GetProperty("export").GetProperty("path").GetString())));
            Assert.False(job.TryGetProperty("changes", out _));
        }

        var refused = await _client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = "export it as a zip", ["project_id"] = _project });
        Assert.Contains("unsupported_format: The format 'zip' is not made here. Choose one of mp4, mov, webm, gif, mp3, wav, jpg, png, srt, otio.", ToolCalls.Text(refused), StringComparison.Ordinal);
        var shapeless = await _client.CallToolAsync("export_video", new Dictionary<string, object?> { ["format"] = "mp3", ["aspect"] = "1:1", ["project_id"] = _project });
        Assert.StartsWith("invalid_argument: The format mp3 takes no shape", ToolCalls.Text(shapeless), StringComparison.Ordinal);
    }

    private async Task ByShellAsync()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "x.srt", "x.otio", "x.wav", "x.jpg" })
        {
            using var run = await Shell.ShellRun.OfAsync(
                ["make", "export it", "--project", _project, "-o", folder.File(name), "--data", _server.DataFolder, "--backend", "studio", "--json"]);

            Assert.Equal((0, folder.File(name)), (run.ExitCode, run.Json().GetProperty("path").GetString()));
            Assert.Equal(new FileInfo(folder.File(name)).Length, run.Json().GetProperty("bytes").GetInt64());
        }
    }

    private async Task<(string Path, CallToolResult Shown)> ExportAsync(Dictionary<string, object?> arguments)
    {
        arguments["project_id"] = _project;
        var (job, shown) = await _client.FinishShownAsync("export_video", arguments);
        Assert.Equal("done", job.GetProperty("status").GetString());
        return (job.GetProperty("export").GetProperty("path").GetString()!, shown);
    }

    private static string Clock(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\,fff", CultureInfo.InvariantCulture);
}
