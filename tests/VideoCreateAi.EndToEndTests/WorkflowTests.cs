using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests;

/// <summary>The ways in which people work, from their files to the file that they post, through the studio.</summary>
public sealed class WorkflowTests : IAsyncLifetime
{
    private const int MostSheetBytes = 80_000;

    private readonly PublishedServer _server = new();
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        for (var number = 1; number <= 3; number++)
        {
            await MediaTools.MakeAsync("-f", "lavfi", "-i", $"testsrc2=s=640x480,hue=h={number * 90}", "-frames:v", "1", PathOf($"p{number}.png"));
        }

        _client = await _server.ConnectAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact(Timeout = 300_000)]
    public async Task A_rough_cut_is_looked_at_refined_taken_back_a_step_and_saved()
    {
        var rough = await _client.FinishAsync("create_video", new() { ["text"] = "turn these images into a 6-second promo video with background music", ["files"] = Pictures(3) });
        var preview = await _client.CallToolAsync("preview_video");
        await EditAsync("add the title 'Urban Dreams' for the first 2 seconds");
        await EditAsync("make it 9 seconds long");
        var back = ToolCalls.Data(await CallAsync("restore_version", ("step", 2)));
        var (exported, shown) = await _client.FinishShownAsync("export_video", new() { ["quality"] = "draft", ["resolution"] = "480p" });

        Assert.StartsWith("Timeline (2 tracks): 1. Video: p1.png", rough.GetProperty("timeline").GetString(), StringComparison.Ordinal);
        AssertSheet(preview);
        Assert.Contains("Urban Dreams", back.GetProperty("timeline").GetString(), StringComparison.Ordinal);
        await AssertMp4Async(exported.GetProperty("export"), seconds: 6);
        AssertSheet(shown);
        var steps = ToolCalls.Data(await CallAsync("get_history")).GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal([4, 3, 2, 1], steps.Select(step => step.GetProperty("step").GetInt32()));
        Assert.Equal(
            ["make it 9 seconds long", "add the title 'Urban Dreams' for the first 2 seconds"],
            steps.Skip(1).Take(2).Select(step => step.GetProperty("message").GetString()));
        var credits = ToolCalls.Data(await CallAsync("get_credits"));
        Assert.Equal((true, 100), (credits.GetProperty("free").GetBoolean(), credits.GetProperty("available").GetInt32()));
    }

    [Fact(Timeout = 300_000)]
    public async Task A_batch_makes_a_file_of_each_and_shows_them_on_one_sheet_whatever_becomes_of_one()
    {
        var (job, shown) = await _client.FinishShownAsync("create_video", new()
        {
            ["items"] = ToolCalls.Items(
                ("a 2 second video of this, square", Pictures(1)),
                ("a 2 second video of this", [PathOf("not-there.png")]),
                ("a 3 second video of these", Pictures(3)[1..])),
        });

        var items = job.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["done", "failed", "done"], items.Select(item => item.GetProperty("status").GetString()));
        await AssertMp4Async(items[0], seconds: 2);
        await AssertMp4Async(items[2], seconds: 3);
        Assert.Equal(2, Directory.GetFiles(_server.OutputFolder, "*.mp4").Length);
        AssertSheet(shown);
        Assert.Equal(2, ToolCalls.Data(await CallAsync("get_history")).GetProperty("total").GetInt32());
    }

    [Fact(Timeout = 300_000)]
    public async Task One_call_makes_a_file_for_each_platform_in_its_shape()
    {
        await _client.FinishAsync("create_video", new() { ["text"] = "a 2 second video of this with the title 'Dusk'", ["files"] = Pictures(1) });

        var (job, shown) = await _client.FinishShownAsync("export_video", new()
        {
            ["presets"] = new[] { "tiktok", "youtube", "tiktok" }, ["resolution"] = "480p", ["quality"] = "draft", ["name"] = "Launch",
        });

        var files = job.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["Launch_tiktok.mp4", "Launch_youtube.mp4"], files.Select(file => Path.GetFileName(file.GetProperty("path").GetString())));
        Assert.Equal([(480, 854), (854, 480)], files.Select(file => (file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32())));
        foreach (var file in files)
        {
            await AssertMp4Async(file, seconds: 2);
        }

        AssertSheet(shown);
        Assert.True(ToolCalls.Text(shown).Length < 900, ToolCalls.Text(shown));
    }

    [Fact(Timeout = 300_000)]
    public async Task The_door_for_everything_exports_for_the_platforms_that_the_words_name()
    {
        await _client.FinishAsync("create_video", new() { ["text"] = "a 2 second video of this", ["files"] = Pictures(1) });

        var job = await _client.FinishAsync("create_video", new() { ["text"] = "export it in 480p for TikTok and YouTube" });

        Assert.Equal(["tiktok", "youtube"], job.GetProperty("items").EnumerateArray().Select(file => file.GetProperty("preset").GetString()));
        Assert.Equal(2, Directory.GetFiles(_server.OutputFolder, "*.mp4").Length);
    }

    private static async Task AssertMp4Async(JsonElement file, int seconds)
    {
        var probe = await MediaTools.ProbeAsync(file.GetProperty("path").GetString()!);
        var video = probe.GetProperty("streams").EnumerateArray().Single(stream => stream.GetProperty("codec_type").GetString() == "video");

        Assert.Equal(("h264", $"{seconds * 30}"), (video.GetProperty("codec_name").GetString(), video.GetProperty("nb_read_packets").GetString()));
        Assert.Equal(
            (video.GetProperty("width").GetInt32(), video.GetProperty("height").GetInt32(), new FileInfo(file.GetProperty("path").GetString()!).Length),
            (file.GetProperty("width").GetInt32(), file.GetProperty("height").GetInt32(), file.GetProperty("bytes").GetInt64()));
    }

    private static void AssertSheet(CallToolResult result)
    {
        var image = Assert.Single(result.Content.OfType<ImageContentBlock>()).DecodedData.ToArray();
        Assert.Equal([0xFF, 0xD8, 0xFF], image[..3]);
        Assert.InRange(image.Length, 1000, MostSheetBytes);
    }

    private string PathOf(string name) => Path.Combine(_server.InputFolder, name);

    private string[] Pictures(int count) => [.. Enumerable.Range(1, count).Select(number => PathOf($"p{number}.png"))];

    private Task<JsonElement> EditAsync(string message) => _client.FinishAsync("edit_video", new() { ["message"] = message });

    private async Task<CallToolResult> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        await _client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
}
