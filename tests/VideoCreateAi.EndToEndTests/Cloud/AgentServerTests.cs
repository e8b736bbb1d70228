using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using VideoCreateAi.TestKit.Adk;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>A backend that the user named by its address: a server of Google's agent kit behind the protocol's paths.</summary>
public sealed class AgentServerTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private AdkServer _agent = null!;
    private McpClient _client = null!;
    private JsonElement _created;

    public async Task InitializeAsync()
    {
        _agent = await AdkServer.StartAsync(await CloudFilm.Made, AdkAgent.Answer);
        Directory.CreateDirectory(_server.HomeFolder);
        _client = await _server.ConnectAsync(new()
        {
            ["HOME"] = _server.HomeFolder,
            ["NEMO_TOKEN"] = AdkServer.Token,
            ["VIDEOCREATEAI_BACKEND"] = _agent.Address.AbsoluteUri,
        });
        var picture = Path.Combine(_server.InputFolder, "city.png");
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", picture);
        _created = ToolCalls.Data(await _client.CallToolAsync(
            "create_video", new Dictionary<string, object?> { ["text"] = "make a video of a city at dusk", ["files"] = new[] { picture } }));
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await _agent.DisposeAsync();
    }

    [Fact]
    public async Task From_words_and_a_file_to_the_saved_video()
    {
        var exported = ToolCalls.Data(await _client.CallToolAsync("export_video"));

        Assert.StartsWith("Your video runs 10 seconds: a city timelapse at dusk.", _created.GetProperty("reply").GetString(), StringComparison.Ordinal);
        Assert.Equal("Timeline (1 track): 1. Video: city timelapse (0-4s)", _created.GetProperty("timeline").GetString());
        Assert.Equal(["city.png"], _agent.Session.Uploads);
        Assert.Equal(_agent.Session.Draft, Encoding.UTF8.GetString(_agent.RenderedDrafts.Single()));
        Assert.Equal((await CloudFilm.Made).Bytes, await File.ReadAllBytesAsync(exported.GetProperty("export").GetProperty("path").GetString()!));
    }

    [Theory]
    [InlineData("add a told title")]
    [InlineData("add a streamed title")]
    public async Task An_edit_is_told_once_with_its_change_and_without_the_interface(string message)
    {
        var result = await EditAsync(message);
        var reply = ToolCalls.Data(result).GetProperty("reply").GetString()!;

        Assert.Equal(2, reply.Split("✅ Title \"Urban Dreams\" added (0-3s).").Length);
        Assert.DoesNotContain("The user wants", ToolCalls.Text(result), StringComparison.Ordinal);
        CloudEditingTests.AssertTitleAdded(AdkAgent.Title, Changes(result));
        CloudVideoTests.AssertNoInterface(ToolCalls.Text(result));
    }

    [Theory]
    [InlineData("add a title")]
    [InlineData("add a title in silence")]
    public async Task An_edit_without_an_answer_is_told_by_its_change(string message)
    {
        var result = await EditAsync(message);

        Assert.False(ToolCalls.Data(result).TryGetProperty("reply", out _));
        CloudEditingTests.AssertTitleAdded(AdkAgent.Title, Changes(result));
    }

    [Theory]
    [InlineData("explode")]
    [InlineData("explode late")]
    public async Task A_failure_of_the_agent_is_told_without_its_insides_and_not_sent_again(string message)
    {
        var turns = _agent.Turns;
        var result = await EditAsync(message);

        Assert.True(result.IsError);
        Assert.StartsWith("backend_error: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.DoesNotContain("upstream exploded", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.Equal(turns + 1, _agent.Turns);
    }

    [Theory]
    [InlineData("spend")]
    [InlineData("spend late")]
    public async Task Credits_that_run_out_inside_the_agent_are_told_as_that(string message)
    {
        var result = await EditAsync(message);

        Assert.True(result.IsError);
        Assert.StartsWith("out_of_credits: ", ToolCalls.Text(result), StringComparison.Ordinal);
        Assert.DoesNotContain("bind=", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_the_server_forgot_is_told_as_gone()
    {
        _agent.Forget();
        var result = await EditAsync("add a title");

        Assert.True(result.IsError);
        Assert.StartsWith("session_not_found: ", ToolCalls.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credits_name_the_backend_by_its_address()
    {
        var credits = ToolCalls.Data(await _client.CallToolAsync("get_credits"));

        Assert.Equal((500, $"the backend at {_agent.Address.Authority}"), (credits.GetProperty("available").GetInt32(), credits.GetProperty("backend").GetString()));
    }

    private async Task<CallToolResult> EditAsync(string message) =>
        await _client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = message });

    private static string[] Changes(CallToolResult result) =>
        [.. ToolCalls.Data(result).GetProperty("changes").EnumerateArray().Select(change => change.GetString()!)];
}
