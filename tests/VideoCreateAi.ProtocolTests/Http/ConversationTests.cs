using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class ConversationTests : IAsyncLifetime
{
    private const string WithSession = "2025-11-25";
    private const string WithoutSession = "2026-07-28";

    private VideoServer _server = null!;

    public async Task InitializeAsync() => _server = await VideoServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_session_goes_on_with_its_project()
    {
        await using var client = await _server.ConnectAsync(WithSession);
        var project = ProjectOf(await AskForCreditsAsync(client));

        var again = ProjectOf(await AskForCreditsAsync(client, "show me my balance"));
        var timeline = ProjectOf(await client.CallToolAsync("get_timeline"));

        Assert.Equal([project, project], [again, timeline]);
    }

    [Fact]
    public async Task A_session_never_gets_the_project_of_another()
    {
        await using var first = await _server.ConnectAsync(WithSession);
        await using var second = await _server.ConnectAsync(WithSession);
        var project = ProjectOf(await AskForCreditsAsync(first));

        var refused = await second.CallToolAsync("get_timeline");
        var own = ProjectOf(await AskForCreditsAsync(second, "what is my balance"));
        var still = ProjectOf(await first.CallToolAsync("get_timeline"));

        Assert.StartsWith("no_project:", TextOf(refused), StringComparison.Ordinal);
        Assert.NotEqual(project, own);
        Assert.Equal(project, still);
    }

    [Fact]
    public async Task A_project_that_is_named_becomes_the_session_s()
    {
        await using var first = await _server.ConnectAsync(WithSession);
        await using var second = await _server.ConnectAsync(WithSession);
        var project = ProjectOf(await AskForCreditsAsync(first));

        await second.CallToolAsync("get_timeline", new Dictionary<string, object?> { ["project_id"] = project });
        var next = ProjectOf(await second.CallToolAsync("get_timeline"));

        Assert.Equal(project, next);
    }

    [Fact]
    public async Task Every_session_hears_once_which_backend_it_has()
    {
        await using var first = await _server.ConnectAsync(WithSession);
        await using var second = await _server.ConnectAsync(WithSession);

        int[] notes = [
            (await first.CallToolAsync("get_credits")).Content.Count, (await first.CallToolAsync("get_credits")).Content.Count,
            (await second.CallToolAsync("get_credits")).Content.Count, (await second.CallToolAsync("get_credits")).Content.Count,
        ];

        Assert.Equal([2, 1, 2, 1], notes);
    }

    [Theory]
    [InlineData("get_timeline", "{}")]
    [InlineData("export_video", "{}")]
    [InlineData("edit_video", """{"message":"make it faster"}""")]
    public async Task Without_a_session_later_calls_have_to_name_their_project(string tool, string arguments)
    {
        await using var client = await _server.ConnectAsync(WithoutSession);
        await AskForCreditsAsync(client);

        var refused = await client.CallToolAsync(tool, Arguments(arguments));

        Assert.True(refused.IsError);
        Assert.StartsWith("project_id_required:", TextOf(refused), StringComparison.Ordinal);
        Assert.Contains("list_projects", TextOf(refused), StringComparison.Ordinal);
        Assert.Empty(_server.Backend.Messages);
    }

    [Fact]
    public async Task Without_a_session_the_first_call_tells_what_the_later_ones_need()
    {
        await using var client = await _server.ConnectAsync(WithoutSession);
        var first = await AskForCreditsAsync(client);
        var project = ProjectOf(first);

        var timeline = await client.CallToolAsync("get_timeline", new Dictionary<string, object?> { ["project_id"] = project });

        Assert.Contains($"pass project_id {project} in every further call", TextOf(first), StringComparison.Ordinal);
        Assert.Equal(project, ProjectOf(timeline));
        Assert.Single(timeline.Content);
    }

    private static Task<CallToolResult> AskForCreditsAsync(McpClient client, string words = "how many credits do I have left") =>
        client.CallToolAsync("create_video", new Dictionary<string, object?> { ["text"] = words, ["wait_seconds"] = 60 }).AsTask();

    private static Dictionary<string, object?> Arguments(string json) =>
        JsonDocument.Parse(json).RootElement.EnumerateObject().ToDictionary(property => property.Name, property => (object?)property.Value);

    private static string ProjectOf(CallToolResult result) => result.StructuredContent is { } data
        ? data.GetProperty("project_id").GetString()!
        : throw new InvalidOperationException(TextOf(result));

    private static string TextOf(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
