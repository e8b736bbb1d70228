using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.EndToEndTests.Cloud;

public sealed class CloudEditingTests : IAsyncLifetime
{
    private const string Token = "nmv_usr_registered";

    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CloudStage _stage = null!;
    private string? _address = "of the cloud";
    private McpClient _client = null!;

    private CloudProject Project => _stage.Cloud.Projects.Single();

    public async Task InitializeAsync()
    {
        _stage = await CloudStage.BeginAsync(cloud =>
        {
            cloud.Accounts[Token] = 1000;
            cloud.Director = Direct;
            cloud.OutputAddress = render => _address == "of the cloud" ? new Uri(_stage.Cloud.Address, $"/out/{render}.mp4").AbsoluteUri : _address;
        });
        _client = await _stage.ConnectAsync(Token);
        await _client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = CloudVideo.Wish, ["files"] = new[] { await _stage.PictureAsync() } });
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task A_configured_token_is_used_as_it_is()
    {
        var credits = ToolCalls.Data(await _client.CallToolAsync("get_credits"));

        Assert.Equal(900, credits.GetProperty("available").GetInt32());
        Assert.Empty(_stage.Cloud.Asked("POST", "/api/auth/anonymous-token"));
        Assert.False(Directory.Exists(Path.Combine(_stage.Server.DataFolder, "tokens")));
    }

    [Fact]
    public async Task An_edit_without_a_word_is_told_by_what_changed()
    {
        var edited = ToolCalls.Data(await EditAsync("add a title at the beginning"));

        AssertTitleAdded(CloudDirector.Title, Changes(edited));
        Assert.False(edited.TryGetProperty("reply", out var reply) && reply.GetString()!.Contains("wants a title", StringComparison.Ordinal));
        Assert.Equal(850, ToolCalls.Data(await _client.CallToolAsync("get_credits")).GetProperty("available").GetInt32());
    }

    [Fact]
    public async Task A_number_that_became_a_text_is_still_told_before_and_after()
        => Assert.Matches("(?i)music.*50 ?%.*→.*35 ?%", Assert.Single(Changes(ToolCalls.Data(await EditAsync("make the music quieter")))));

    [Fact]
    public async Task A_reply_that_speaks_of_buttons_comes_as_its_content_once()
    {
        var result = await EditAsync("make it brighter");

        Assert.StartsWith("I made the whole video 10% brighter.", ToolCalls.Data(result).GetProperty("reply").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, ToolCalls.Text(result).Split("10% brighter").Length);
        CloudVideoTests.AssertNoInterface(ToolCalls.Text(result));
    }

    [Fact]
    public async Task A_question_is_answered_once_and_changes_nothing()
    {
        var answered = ToolCalls.Data(await EditAsync("how long is it?"));

        Assert.Equal("Your video runs 4 seconds: a city at dusk.", answered.GetProperty("reply").GetString());
        Assert.Empty(Changes(answered));
    }

    [Fact]
    public async Task The_door_for_everything_edits_and_saves_in_one_call()
    {
        var made = await _client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = "add a title, then export it as mp4" });

        Assert.Equal(_stage.Cloud.Renders.Single().Draft.Length, System.Text.Encoding.UTF8.GetByteCount(Project.Draft!.Text.ReplaceLineEndings("\r\n")));
        Assert.Equal(Project.Film.Bytes, await File.ReadAllBytesAsync(made.GetProperty("export").GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task A_long_edit_goes_on_by_itself_and_its_credits_are_reserved_meanwhile()
    {
        var begun = ToolCalls.Data(await _client.CallToolAsync(
            "edit_video", new Dictionary<string, object?> { ["message"] = "hold on, then add a title", ["wait_seconds"] = 1 }));
        await _heard.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var credits = ToolCalls.Data(await _client.CallToolAsync("get_credits"));
        var listed = ToolCalls.Data(await _client.CallToolAsync("check_job")).GetProperty("jobs")[0];
        _go.SetResult();
        var ended = await _client.FinishAsync(begun);

        Assert.Equal(("running", "running", "done"), (Status(begun), Status(listed), Status(ended)));
        Assert.Equal(begun.GetProperty("job_id").GetString(), listed.GetProperty("job_id").GetString());
        Assert.Equal((850, 50), (credits.GetProperty("available").GetInt32(), credits.GetProperty("frozen").GetInt32()));
        AssertTitleAdded(CloudDirector.Title, Changes(ended));
        Assert.Equal(2, Project.Messages.Count);
    }

    [Theory]
    [InlineData("https://127.0.0.1/out/film.mp4")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/out/of-another-render.mp4")]
    [InlineData("")]
    public async Task Where_the_named_address_gives_no_film_the_backend_itself_is_asked(string address)
    {
        _address = address;

        var exported = await _client.FinishAsync("export_video", []);

        Assert.Equal(Project.Film.Bytes, await File.ReadAllBytesAsync(exported.GetProperty("export").GetProperty("path").GetString()!));
    }

    [Fact]
    public async Task A_format_or_shape_that_the_cloud_does_not_make_is_refused_before_anything_is_sent()
    {
        var result = await _client.CallToolAsync("export_video", new Dictionary<string, object?> { ["aspect"] = "1:1" });

        Assert.True(result.IsError);
        Assert.StartsWith("aspect_needs_edit: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Empty(_stage.Cloud.Renders);
    }

    private CloudTurn Direct(CloudProject project, string message)
    {
        var turn = CloudDirector.Answer(project, message);
        if (!message.Contains("hold on", StringComparison.Ordinal))
        {
            return turn;
        }

        _heard.TrySetResult();
        return turn with { Steps = [turn.Steps[0] with { Until = _go.Task }, .. turn.Steps.Skip(1)] };
    }

    private static string? Status(JsonElement job) => job.GetProperty("status").GetString();

    /// <summary>One line that names what it is, what happened to it, and when it shows.</summary>
    internal static void AssertTitleAdded(string title, string[] changes)
    {
        var change = Assert.Single(changes);
        Assert.Matches("(?i)title", change);
        Assert.Matches("(?i)added", change);
        Assert.Contains(title, change, StringComparison.Ordinal);
        Assert.Matches("0[-–]3 ?s", change);
    }

    private async Task<CallToolResult> EditAsync(string message) =>
        await _client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = message });

    private static string[] Changes(JsonElement job) =>
        job.TryGetProperty("changes", out var changes) ? [.. changes.EnumerateArray().Select(change => change.GetString()!)] : [];
}
