using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests;

/// <summary>An agent that wants to be exact, with the studio.</summary>
public sealed class ExactEditTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await _server.ConnectAsync();
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=240x320", "-frames:v", "1", Path.Combine(_server.InputFolder, "b.png"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task An_agent_reads_the_form_edits_exactly_and_hears_of_every_mistake_at_once()
    {
        await _client.FinishAsync("upload_media", new() { ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png"), Path.Combine(_server.InputFolder, "b.png") } });
        var form = Assert.IsType<TextResourceContents>((await _client.ReadResourceAsync("videocreateai://schemas/operations.json")).Contents[0]);
        using var schema = JsonDocument.Parse(form.Text);
        Assert.Contains("side_by_side", form.Text, StringComparison.Ordinal);

        var edited = await EditAsync("""
            [{"op":"canvas","aspect":"9:16","resolution":"720p"},{"op":"order","order":["b.png","a.png"]},{"op":"length","seconds":2.5},
             {"op":"title","text":"Exactly","target":"first"},{"op":"transition","kind":"crossfade","seconds":0.5}]
            """);
        Assert.Equal("done", edited.GetProperty("status").GetString());
        var timeline = edited.GetProperty("timeline").GetString();
        Assert.Contains("Exactly", timeline, StringComparison.Ordinal);
        Assert.Contains("b.png", timeline, StringComparison.Ordinal);

        var refused = await _client.CallToolAsync("edit_video", Arguments("""[{"op":"total","seconds":30},{"op":"speed","value":99},{"op":"title"},{"op":"teleport","target":2}]"""));
        Assert.True(refused.IsError);
        Assert.All(
            ["invalid_operations", "operations[1] (speed): value is 99", "operations[2] (title): text is missing", "operations[3]: there is no op \"teleport\""],
            problem => Assert.Contains(problem, ToolCalls.Text(refused), StringComparison.Ordinal));

        var now = ToolCalls.Data(await _client.CallToolAsync("get_timeline", new Dictionary<string, object?>()));
        Assert.Equal(timeline, now.GetProperty("summary").GetString());
    }

    private Task<JsonElement> EditAsync(string operations) => _client.FinishAsync("edit_video", Arguments(operations));

    private static Dictionary<string, object?> Arguments(string operations) => new() { ["operations"] = JsonElement.Parse(operations) };
}
