using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.EndToEndTests;

/// <summary>Steps and projects as an agent meets them, with the studio.</summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await _server.ConnectAsync();
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", Path.Combine(_server.InputFolder, "a.png"));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task One_goes_back_to_a_step_and_forward_again_and_deletes_the_project_after_being_asked()
    {
        var project = await MakeAsync();
        await EditAsync("add the title 'Two' at the end");
        var history = await DataAsync("get_history");
        Assert.Equal([2, 1], Steps(history).Select(step => step.GetProperty("step").GetInt32()));
        Assert.Equal([true, false], Steps(history).Select(step => step.GetProperty("current").GetBoolean()));
        Assert.Equal("add the title 'Two' at the end", Steps(history)[0].GetProperty("message").GetString());
        Assert.Contains("Title added: 'Two'", Steps(history)[0].GetProperty("changes")[0].GetString(), StringComparison.Ordinal);

        var back = await DataAsync("restore_version", ("step", 1));
        Assert.Equal("restored", back.GetProperty("status").GetString());
        Assert.Contains("Title removed: 'Two'", back.GetProperty("changes")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Two", await TimelineAsync(), StringComparison.Ordinal);
        Assert.Equal("unchanged", (await DataAsync("restore_version", ("step", 1))).GetProperty("status").GetString());

        var forward = await DataAsync("restore_version", ("step", 2));
        Assert.Contains("Two", forward.GetProperty("timeline").GetString(), StringComparison.Ordinal);
        Assert.Contains("Two", await TimelineAsync(), StringComparison.Ordinal);

        await EditAsync("undo");
        Assert.DoesNotContain("Two", await TimelineAsync(), StringComparison.Ordinal);
        Assert.Equal(5, (await DataAsync("get_history", ("limit", 2))).GetProperty("total").GetInt32());

        var asked = await DataAsync("open_project", ("project_id", project), ("delete", true));
        Assert.Equal(("delete_asked", 5), (asked.GetProperty("status").GetString(), asked.GetProperty("steps").GetInt32()));
        Assert.Equal(4, asked.GetProperty("duration_seconds").GetDouble(), 1);
        var deleted = await DataAsync("open_project", ("project_id", project), ("delete", true), ("delete_code", asked.GetProperty("delete_code").GetString()));
        Assert.Equal("deleted", deleted.GetProperty("status").GetString());
        Assert.Empty((await DataAsync("list_projects")).GetProperty("projects").EnumerateArray());
        Assert.Empty(Directory.GetDirectories(Path.Combine(_server.DataFolder, "media"), "m_*"));
        Assert.StartsWith("no_project: ", await RefusalAsync("get_timeline"), StringComparison.Ordinal);
        Assert.StartsWith("project_not_found: ", await RefusalAsync("get_history", ("project_id", project)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_there_for_the_next_server()
    {
        var project = await MakeAsync();
        await EditAsync("add the title 'Two' at the end");
        await _client.DisposeAsync();
        _client = await _server.ConnectAsync();

        var back = await DataAsync("restore_version", ("project_id", project), ("step", 1));

        Assert.DoesNotContain("Two", back.GetProperty("timeline").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_is_only_deleted_with_its_own_fresh_code()
    {
        var one = await MakeAsync();
        var two = (await DataAsync("open_project", ("new", true), ("name", "Another"))).GetProperty("project_id").GetString()!;
        var codeOfTwo = (await DataAsync("open_project", ("project_id", two), ("delete", true))).GetProperty("delete_code").GetString();
        var first = (await DataAsync("open_project", ("project_id", one), ("delete", true))).GetProperty("delete_code").GetString();
        await DataAsync("open_project", ("project_id", one), ("delete", true));

        foreach (var code in (string?[])[codeOfTwo, first, "yes", ""])
        {
            Assert.StartsWith("delete_code_invalid: ", await RefusalAsync("open_project", ("project_id", one), ("delete", true), ("delete_code", code)), StringComparison.Ordinal);
        }

        Assert.Equal(2, (await DataAsync("list_projects")).GetProperty("projects").GetArrayLength());
    }

    [Fact]
    public async Task Projects_are_begun_renamed_opened_and_listed_newest_first()
    {
        var first = await MakeAsync();
        var second = (await DataAsync("open_project", ("new", true), ("name", "Summer <b>promo</b>"))).GetProperty("project_id").GetString()!;
        var renamed = await DataAsync("open_project", ("project_id", first), ("rename", "Winter"));

        var listed = (await DataAsync("list_projects")).GetProperty("projects").EnumerateArray().ToList();
        var made = await _client.FinishAsync("create_video", new Dictionary<string, object?>
        {
            ["text"] = "make a 2 second video", ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png") }, ["project_id"] = second,
        });

        Assert.Equal(("renamed", "Winter"), (renamed.GetProperty("status").GetString(), renamed.GetProperty("name").GetString()));
        Assert.Contains("Video: a.png", renamed.GetProperty("timeline").GetString(), StringComparison.Ordinal);
        Assert.Equal([first, second], listed.Select(item => item.GetProperty("project_id").GetString()));
        Assert.Equal([true, false], listed.Select(item => item.GetProperty("current").GetBoolean()));
        Assert.Equal(["studio", "studio"], listed.Select(item => item.GetProperty("backend").GetString()));
        Assert.DoesNotContain("<b>", listed[1].GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal(second, made.GetProperty("project_id").GetString());
    }

    [Fact]
    public async Task What_does_not_fit_together_is_refused_with_the_way_out()
    {
        var project = await MakeAsync();

        Assert.Contains("list_projects", await RefusalAsync("open_project"), StringComparison.Ordinal);
        Assert.StartsWith("invalid_argument: ", await RefusalAsync("open_project", ("project_id", project), ("new", true)), StringComparison.Ordinal);
        Assert.StartsWith("invalid_argument: ", await RefusalAsync("open_project", ("project_id", project), ("name", "x")), StringComparison.Ordinal);
        Assert.StartsWith("invalid_argument: ", await RefusalAsync("open_project", ("project_id", project), ("rename", " ")), StringComparison.Ordinal);
        Assert.StartsWith("invalid_argument: ", await RefusalAsync("open_project", ("project_id", project), ("delete_code", "del_1")), StringComparison.Ordinal);
        Assert.StartsWith("invalid_argument: ", await RefusalAsync("get_history", ("limit", 0)), StringComparison.Ordinal);
        Assert.StartsWith("invalid_argument: ", await RefusalAsync("list_projects", ("limit", 101)), StringComparison.Ordinal);
        Assert.Contains("get_history", await RefusalAsync("restore_version", ("step", 9)), StringComparison.Ordinal);
    }

    private async Task<string> MakeAsync() => (await _client.FinishAsync("create_video", new Dictionary<string, object?>
    {
        ["text"] = "make a 4 second video of this picture",
        ["files"] = new[] { Path.Combine(_server.InputFolder, "a.png") },
        ["project_id"] = "new",
    })).GetProperty("project_id").GetString()!;

    private Task<JsonElement> EditAsync(string message) => _client.FinishAsync("edit_video", new Dictionary<string, object?> { ["message"] = message });

    private async Task<string> TimelineAsync() => (await DataAsync("get_timeline")).GetProperty("summary").GetString()!;

    private async Task<JsonElement> DataAsync(string tool, params (string Name, object? Value)[] arguments) => ToolCalls.Data(await CallAsync(tool, arguments));

    private async Task<string> RefusalAsync(string tool, params (string Name, object? Value)[] arguments)
    {
        var result = await CallAsync(tool, arguments);
        Assert.True(result.IsError, ToolCalls.Text(result));
        return ToolCalls.Text(result);
    }

    private async Task<CallToolResult> CallAsync(string tool, (string Name, object? Value)[] arguments) =>
        await _client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    private static List<JsonElement> Steps(JsonElement history) => [.. history.GetProperty("steps").EnumerateArray()];
}
