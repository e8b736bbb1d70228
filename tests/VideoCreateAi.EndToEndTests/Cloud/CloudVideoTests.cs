using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.EndToEndTests.Cloud;

public sealed class CloudVideoTests(CloudVideo video) : IClassFixture<CloudVideo>
{
    private ScriptedCloud Cloud => video.Stage.Cloud;

    [Fact]
    public void The_picture_arrives_byte_for_byte_under_its_name()
    {
        var upload = Cloud.Projects.Single().Uploads.Single();

        Assert.Equal(("beach.png", Hash(File.ReadAllBytes(video.Picture))), (upload.Name, upload.Sha256));
        Assert.Equal("beach.png", video.Created.GetProperty("uploaded")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void The_words_arrive_as_they_are_and_once() => Assert.Equal([CloudVideo.Wish], Cloud.Projects.Single().Messages.Take(1));

    [Fact]
    public void Creating_answers_with_the_content_of_the_reply_and_nothing_of_its_buttons()
    {
        var reply = video.Created.GetProperty("reply").GetString()!;

        Assert.Contains("Your clip is ready, with calm music and a title.", reply, StringComparison.Ordinal);
        AssertNoInterface(ToolCalls.Text(video.CreatedResult));
    }

    [Fact]
    public void The_timeline_is_told_with_the_tracks_that_came_by_themselves()
        => Assert.Equal(
            "Timeline (4 tracks): 1. Video: beach.png + 1 more (0-4s) 2. BGM: Slow Tide (0-4s, 50%) 3. Title: \"Dusk\" (0-2s) 4. Effect: Film grain (0-4s)",
            video.Created.GetProperty("timeline").GetString());

    [Fact]
    public void Progress_begins_with_connecting() => Assert.Equal("Connecting…", video.Creating.Values[0].Message);

    [Fact]
    public async Task The_saved_file_is_the_render_byte_for_byte_and_plays()
    {
        var probe = await MediaTools.ProbeAsync(video.File);
        var picture = probe.GetProperty("streams").EnumerateArray().Single(stream => stream.GetProperty("codec_type").GetString() == "video");

        Assert.Equal("100", picture.GetProperty("nb_read_packets").GetString());
        Assert.Equal("done", video.Exported.GetProperty("status").GetString());
        Assert.Equal(
            (4.0, CloudFilm.Width, CloudFilm.Height, new FileInfo(video.File).Length),
            (Math.Round(video.Exported.GetProperty("export").GetProperty("duration_seconds").GetDouble(), 1),
                video.Exported.GetProperty("export").GetProperty("width").GetInt32(),
                video.Exported.GetProperty("export").GetProperty("height").GetInt32(),
                video.Exported.GetProperty("export").GetProperty("bytes").GetInt64()));
        Assert.Equal([video.File], Directory.GetFiles(video.Stage.Server.OutputFolder));
    }

    [Fact]
    public void The_draft_goes_back_into_the_render_byte_for_byte()
    {
        var render = Cloud.Renders.Single();

        Assert.Equal(Cloud.Projects.Single().Draft!.Text.ReplaceLineEndings("\r\n"), Encoding.UTF8.GetString(render.Draft));
        Assert.Equal((1, 1), (render.Submits, render.Polls));
    }

    [Fact]
    public async Task Credits_went_down_by_the_generation_alone()
    {
        var credits = ToolCalls.Data(await video.Client.CallToolAsync("get_credits"));

        Assert.Equal(
            (0, 0, 100, false),
            (credits.GetProperty("available").GetInt32(), credits.GetProperty("frozen").GetInt32(), credits.GetProperty("total").GetInt32(), credits.GetProperty("free").GetBoolean()));
    }

    [Fact]
    public async Task Without_credits_the_way_to_register_is_told_with_the_account_to_keep()
    {
        var result = await video.Client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = "make the music quieter" });

        Assert.True(result.IsError);
        Assert.StartsWith("out_of_credits: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Contains($"https://nemovideo.com/register?bind={Cloud.Accounts.Single().UserId}", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_timeline_lists_files_and_generated_clips()
    {
        var timeline = ToolCalls.Data(await video.Client.CallToolAsync("get_timeline", new Dictionary<string, object?> { ["media"] = true }));

        Assert.True(timeline.GetProperty("ready_for_export").GetBoolean());
        Assert.Equal(4, timeline.GetProperty("duration_seconds").GetDouble());
        Assert.Equal(
            [("beach.png", false), (CloudDirector.ClipName, true)],
            timeline.GetProperty("media").EnumerateArray().Select(item => (item.GetProperty("name").GetString()!, item.GetProperty("generated").GetBoolean())));
    }

    [Fact]
    public void Every_call_says_who_calls_and_the_client_id_goes_to_one_of_them_alone()
    {
        var requests = Cloud.Requests;

        Assert.All(requests, request => Assert.Equal("video-create-ai", request.Header("X-Skill-Source")));
        Assert.All(requests, request => Assert.NotEmpty(request.Header("X-Skill-Version")! + request.Header("X-Skill-Platform")!));
        Assert.Equal(["/api/auth/anonymous-token"], requests.Where(request => request.Header("X-Client-Id") is not null).Select(request => request.Path));
    }

    [Fact]
    public void The_client_id_is_kept_where_the_vendors_own_products_look()
        => Assert.Equal(
            Cloud.Asked("POST", "/api/auth/anonymous-token").Single().Header("X-Client-Id"),
            File.ReadAllText(video.Stage.ClientIdFile).Trim());

    [Fact]
    public void The_starter_token_is_kept_for_its_owner_alone()
    {
        var token = Cloud.Accounts.Single().Token;
        var kept = Directory.GetFiles(Path.Combine(video.Stage.Server.DataFolder, "tokens"), "*.json").Single();

        Assert.Contains(token, File.ReadAllText(kept), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
        }
    }

    internal static void AssertNoInterface(string text) => Assert.All(
        ["click", "button", "panel", "slider", "drag", "top right"],
        word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
