using System.Text.Json;
using ModelContextProtocol.Client;

namespace VideoCreateAi.EndToEndTests;

public sealed class BadInputTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private McpClient _client = null!;

    public async Task InitializeAsync() => _client = await _server.ConnectAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Every_file_that_cannot_be_used_is_refused_by_its_code_with_the_next_step()
    {
        var input = _server.InputFolder;
        await File.WriteAllBytesAsync(Path.Combine(input, "empty.png"), []);
        await File.WriteAllTextAsync(Path.Combine(input, "text.mp4"), "#EXTM3U\nfile:///etc/passwd\n");
        await File.WriteAllBytesAsync(Path.Combine(input, "photo.heic"), [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[64]]);
        await File.WriteAllBytesAsync(Path.Combine(input, "program.exe"), [.. "MZ"u8, .. new byte[500]]);
        await using (var large = File.Create(Path.Combine(input, "large.mp4")))
        {
            await large.WriteAsync(new byte[] { 0, 0, 0, 24 });
            await large.WriteAsync("ftypisom"u8.ToArray());
            large.SetLength(501L * 1024 * 1024);
        }

        (string Path, string Code, string Says)[] rows =
        [
            (Path.Combine(input, "missing.png"), "file_not_found", "missing.png"),
            (input, "not_a_file", "folder"),
            (Path.Combine(input, "empty.png"), "empty_file", "empty"),
            (Path.Combine(input, "text.mp4"), "unsupported_file_type", "mp4, mov"),
            (Path.Combine(input, "photo.heic"), "unsupported_file_type", "HEIC"),
            (Path.Combine(input, "program.exe"), "unsupported_file_type", "mp4, mov"),
            (Path.Combine(input, "large.mp4"), "file_too_large", "500 MB"),
            ("/mnt/user-data/uploads/photo.png", "sandbox_path", "Pictures"),
            ("/etc/passwd", "outside_allowed_folders", "--allow-dir"),
            ("/proc/self/environ", "outside_allowed_folders", "--allow-dir"),
        ];
        List<string> wrong = [];
        foreach (var (path, code, says) in rows)
        {
            var result = await _client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = "make a slideshow", ["files"] = new[] { path } });
            var text = ToolCalls.Text(result);
            if (result.IsError != true || !text.StartsWith(code + ": ", StringComparison.Ordinal) || !text.Contains(says, StringComparison.Ordinal))
            {
                wrong.Add($"{path} → {text}");
            }
        }

        Assert.Empty(wrong);
        Assert.Empty(await ProjectsAsync());
    }

    [Fact]
    public async Task A_broken_video_is_refused_by_the_studio_and_names_what_is_wrong()
    {
        var path = Path.Combine(_server.InputFolder, "broken.mp4");
        await File.WriteAllBytesAsync(path, [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8, .. new byte[4000]]);

        var result = await _client.CallToolAsync("upload_media", new Dictionary<string, object?> { ["files"] = new[] { path } });

        Assert.True(result.IsError);
        Assert.StartsWith("unreadable_media: ", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export_video", """{}""", "no_project")]
    [InlineData("get_timeline", """{"project_id":"prj_unknown"}""", "project_not_found")]
    [InlineData("check_job", """{"job_id":"job_unknown"}""", "job_not_found")]
    [InlineData("edit_video", """{"message":"add music","volume":3}""", "invalid_argument")]
    [InlineData("edit_video", """{}""", "invalid_argument")]
    [InlineData("edit_video", """{"message":7}""", "invalid_argument")]
    [InlineData("create_video", """{"text":"make a video","wait_seconds":9999}""", "invalid_argument")]
    [InlineData("create_video", """{"text":"export this as a zip"}""", "unsupported_format")]
    [InlineData("upload_media", """{"urls":["file:///etc/passwd"]}""", "url_not_allowed")]
    public async Task A_call_that_cannot_be_done_says_so_by_a_stable_code(string tool, string arguments, string code)
    {
        var given = JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(pair => pair.Name, pair => (object?)pair.Value);

        var result = await _client.CallToolAsync(tool, given);

        Assert.True(result.IsError);
        Assert.StartsWith(code + ": ", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_before_anything_is_on_the_timeline_says_what_to_do_first()
    {
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
        var upload = await _client.FinishAsync("upload_media", new Dictionary<string, object?> { ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png") } });

        var result = await _client.CallToolAsync("export_video");

        Assert.Equal("done", upload.GetProperty("status").GetString());
        Assert.True(result.IsError);
        Assert.StartsWith("timeline_empty: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Contains("create_video", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_into_the_private_network_is_not_fetched()
    {
        var result = await _client.CallToolAsync("upload_media", new Dictionary<string, object?> { ["urls"] = new[] { "http://127.0.0.1/a.png" } });

        Assert.True(result.IsError);
        Assert.StartsWith("url_not_allowed: ", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_ffmpeg_an_upload_says_what_to_install()
    {
        await using var bare = new PublishedServer();
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(bare.InputFolder, "a.png"));
        var client = await bare.ConnectAsync(new() { ["VIDEOCREATEAI_FFMPEG"] = "/nowhere/ffmpeg" });

        var result = await client.CallToolAsync(
            "create_video", new Dictionary<string, object?> { ["text"] = "make a slideshow", ["files"] = new[] { Path.Combine(bare.InputFolder, "a.png") } });

        Assert.True(result.IsError);
        Assert.StartsWith("ffmpeg_missing: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Contains("install", ToolCalls.Text(result), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<IReadOnlyList<JsonElement>> ProjectsAsync() =>
        [.. ToolCalls.Data(await _client.CallToolAsync("list_projects")).GetProperty("projects").EnumerateArray()];
}
