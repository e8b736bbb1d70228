using System.Text;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>The ways in which people work, from their files to the file that they post, through a paid backend.</summary>
public sealed class CloudWorkflowTests : IAsyncLifetime
{
    private const string Token = "nmv_usr_registered";

    private CloudStage _stage = null!;
    private McpClient _client = null!;

    private CloudProject Project => _stage.Cloud.Projects.Single();

    public async Task InitializeAsync()
    {
        _stage = await CloudStage.BeginAsync(cloud => cloud.Accounts[Token] = 1000);
        _client = await _stage.ConnectAsync(Token);
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact(Timeout = 300_000)]
    public async Task A_rough_cut_is_looked_at_refined_taken_back_a_step_and_saved()
    {
        var rough = await _client.FinishAsync("create_video", new() { ["text"] = CloudVideo.Wish, ["files"] = new[] { await _stage.PictureAsync() } });
        var preview = await _client.CallToolAsync("preview_video");
        var edited = await _client.FinishAsync("edit_video", new() { ["message"] = "make the music quieter" });
        var second = DraftText();
        await _client.FinishAsync("edit_video", new() { ["message"] = "add a title" });
        await _client.CallToolAsync("restore_version", new Dictionary<string, object?> { ["step"] = 2 });
        var (exported, shown) = await _client.FinishShownAsync("export_video", []);

        Assert.Equal((100, 50), (rough.GetProperty("charged").GetInt32(), edited.GetProperty("charged").GetInt32()));
        Assert.Single(preview.Content.OfType<ImageContentBlock>());
        Assert.Equal(second, Encoding.UTF8.GetString(_stage.Cloud.Renders.Single().Draft));
        Assert.Equal(Project.Film.Bytes, await File.ReadAllBytesAsync(exported.GetProperty("export").GetProperty("path").GetString()!));
        AssertSheet(shown);
        var steps = ToolCalls.Data(await _client.CallToolAsync("get_history")).GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(["add a title", "make the music quieter"], steps.Skip(1).Take(2).Select(step => step.GetProperty("message").GetString()));
        Assert.Equal(800, ToolCalls.Data(await _client.CallToolAsync("get_credits")).GetProperty("available").GetInt32());
    }

    [Fact(Timeout = 300_000)]
    public async Task A_batch_makes_a_file_of_each_and_shows_them_on_one_sheet()
    {
        var (job, shown) = await _client.FinishShownAsync("create_video", new()
        {
            ["items"] = ToolCalls.Items(
                (CloudVideo.Wish, [await _stage.PictureAsync("one.png")]), ("make the music quieter", [await _stage.PictureAsync("two.png")])),
        });

        var items = job.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["done", "done"], items.Select(item => item.GetProperty("status").GetString()));
        Assert.Equal(2, items.Select(item => item.GetProperty("path").GetString()).Distinct().Count());
        Assert.Equal(2, _stage.Cloud.Renders.Count);
        Assert.Equal(["one.png", "two.png"], Project.Uploads.Select(file => file.Name));

        // A busy machine may not draw it within the time that the reply waits for it.
        AssertSheet(HasSheet(shown) ? shown : await _client.CallToolAsync("check_job", new Dictionary<string, object?> { ["job_id"] = job.GetProperty("job_id").GetString() }));
    }

    [Fact(Timeout = 300_000)]
    public async Task Of_several_platforms_the_one_with_the_timeline_s_shape_is_made_and_the_other_told_how_to_get_it()
    {
        await _client.FinishAsync("create_video", new() { ["text"] = CloudVideo.Wish, ["files"] = new[] { await _stage.PictureAsync() } });

        var (job, shown) = await _client.FinishShownAsync("export_video", new() { ["presets"] = new[] { "youtube", "reels" } });

        var files = job.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(("failed", "aspect_needs_edit"), (files[0].GetProperty("status").GetString(), files[0].GetProperty("error_code").GetString()));
        Assert.EndsWith("_reels.mp4", files[1].GetProperty("path").GetString(), StringComparison.Ordinal);
        Assert.Contains("make it 16:9", ToolCalls.Text(shown), StringComparison.Ordinal);
        Assert.Single(_stage.Cloud.Renders);
    }

    private string DraftText() => Project.Draft!.Text.ReplaceLineEndings("\r\n");

    private static bool HasSheet(CallToolResult result) => result.Content.OfType<ImageContentBlock>().Any();

    private static void AssertSheet(CallToolResult result) =>
        Assert.InRange(Assert.Single(result.Content.OfType<ImageContentBlock>()).DecodedData.Length, 1000, 80_000);
}
