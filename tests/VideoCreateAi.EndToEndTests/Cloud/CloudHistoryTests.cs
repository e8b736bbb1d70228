using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>A backend that cannot go back itself: the older timeline is kept here and exported from here.</summary>
public sealed class CloudHistoryTests : IAsyncLifetime
{
    private CloudStage _stage = null!;
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        _stage = await CloudStage.BeginAsync(options => options.StarterCredits = 10_000);
        _client = await _stage.ConnectAsync();
        await _client.FinishAsync("create_video", new Dictionary<string, object?> { ["text"] = "a city at dusk" });
    }

    public async Task DisposeAsync() => await _stage.DisposeAsync();

    [Fact]
    public async Task An_older_step_is_exported_as_it_was_until_the_next_edit()
    {
        var first = Draft();
        await EditAsync("make the music quieter");
        var second = Draft();
        Assert.NotEqual(first, second);

        var restored = ToolCalls.Data(await CallAsync("restore_version", ("step", 1)));
        Assert.Contains("restored for export", restored.GetProperty("told").GetString(), StringComparison.Ordinal);
        Assert.Equal(second, Draft());
        var timeline = ToolCalls.Data(await CallAsync("get_timeline"));
        Assert.Equal((1, restored.GetProperty("timeline").GetString()), (timeline.GetProperty("restored_step").GetInt32(), timeline.GetProperty("summary").GetString()));

        var exported = await _client.FinishAsync("export_video", []);
        Assert.Equal(first, Encoding.UTF8.GetString(_stage.Cloud.Renders[^1].Draft));
        Assert.Contains(exported.GetProperty("export").GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("step 1", StringComparison.Ordinal));

        await EditAsync("add a title");
        await _client.FinishAsync("export_video", []);
        Assert.Equal(Draft(), Encoding.UTF8.GetString(_stage.Cloud.Renders[^1].Draft));
    }

    [Fact]
    public async Task A_deleted_project_is_gone_here_and_said_to_stay_there()
    {
        var project = ToolCalls.Data(await CallAsync("list_projects")).GetProperty("projects")[0].GetProperty("project_id").GetString();
        var asked = ToolCalls.Data(await CallAsync("open_project", ("project_id", project), ("delete", true)));

        var deleted = ToolCalls.Data(await CallAsync("open_project", ("project_id", project), ("delete", true), ("delete_code", asked.GetProperty("delete_code").GetString())));

        Assert.Contains("stays there", deleted.GetProperty("next").GetString(), StringComparison.Ordinal);
        Assert.Empty(ToolCalls.Data(await CallAsync("list_projects")).GetProperty("projects").EnumerateArray());
        Assert.DoesNotContain(_stage.Cloud.Requests, request => request.Method == "DELETE");
    }

    // As the scripted cloud writes it into its answers.
    private string Draft() => _stage.Cloud.Projects.Single().Draft!.Text.ReplaceLineEndings("\r\n");

    private Task<JsonElement> EditAsync(string message) => _client.FinishAsync("edit_video", new Dictionary<string, object?> { ["message"] = message });

    private async Task<ModelContextProtocol.Protocol.CallToolResult> CallAsync(string tool, params (string Name, object? Value)[] arguments) =>
        await _client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
}
