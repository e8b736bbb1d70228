using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ProtocolTests.Resources;

/// <summary>The timeline view: there for clients that show views, and for no others.</summary>
public sealed class ViewTests
{
    private const string Page = "ui://videocreateai/timeline.html";

    private static readonly string[] s_tools = ["view_clip", "view_edit", "view_job", "view_pictures", "view_timeline"];

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(ResourceTests.Everywhere), MemberType = typeof(ResourceTests))]
    public async Task A_client_that_shows_views_is_told_of_this_one(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version, capabilities: Showing("text/html;profile=mcp-app"));

        var tools = (await client.ListToolsAsync()).ToDictionary(tool => tool.Name, tool => tool.ProtocolTool);
        var contents = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(Page)).Contents));

        Assert.True(client.ServerCapabilities.Extensions!.ContainsKey("io.modelcontextprotocol/ui"));
        Assert.Equal(s_tools, tools.Keys.Where(name => name.StartsWith("view_", StringComparison.Ordinal)).Order());
        Assert.Equal(
            ["edit_video", "export_video", "get_timeline"],
            tools.Values.Where(tool => (string?)tool.Meta?["ui"]?["resourceUri"] == Page).Select(tool => tool.Name).Order());
        Assert.Equal("text/html;profile=mcp-app", contents.MimeType);
        Assert.NotNull(contents.Meta!["ui"]!["csp"]);
        Assert.InRange(Encoding.UTF8.GetByteCount(contents.Text), 10_000, 50 * 1024);
        Assert.Contains(Page, (await client.ListResourcesAsync()).Select(resource => resource.Uri));
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(ResourceTests.Everywhere), MemberType = typeof(ResourceTests))]
    public async Task All_others_see_nothing_of_it_and_are_refused(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        var project = await EditAsync(client, "Hello");

        var tools = await client.ListToolsAsync();
        var refused = await client.CallToolAsync("view_timeline", new Dictionary<string, object?> { ["project_id"] = project });

        Assert.Equal(13, tools.Count);
        Assert.All(tools, tool => Assert.Null(tool.ProtocolTool.Meta?["ui"]));
        Assert.True(refused.IsError);
        Assert.StartsWith("only_for_view:", Text(refused), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_client_that_shows_only_other_kinds_of_views_sees_nothing_of_it()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/x-other"));

        Assert.Equal(13, (await client.ListToolsAsync()).Count);
    }

    [Fact(Timeout = 120_000)]
    public async Task An_edit_by_hand_is_a_step_of_the_history_and_only_of_the_timeline_that_was_seen()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        var project = await EditAsync(client, "Hello");
        var seen = Data(await ViewAsync(client, "view_timeline", project)).GetProperty("seen").GetString();

        var edited = await ViewAsync(client, "view_edit", project, ("seen", seen), ("action", "move"), ("shot", 1), ("to", 2));
        var again = await ViewAsync(client, "view_edit", project, ("seen", seen), ("action", "undo"));
        var history = await client.CallToolAsync("get_history", new Dictionary<string, object?>());

        Assert.Equal("done", Data(edited).GetProperty("status").GetString());
        Assert.NotEqual(seen, Data(edited).GetProperty("timeline").GetProperty("seen").GetString());
        Assert.True(again.IsError);
        Assert.StartsWith("timeline_changed:", Text(again), StringComparison.Ordinal);
        Assert.Equal(["By hand: shot 1 moved to place 2", "Hello"], Data(history).GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("message").GetString()));
    }

    [Fact(Timeout = 120_000)]
    public async Task An_old_view_does_not_take_the_conversation_to_its_project()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        await server.AddProjectAsync("prj_old");
        var project = await EditAsync(client, "Hello");

        var old = Data(await ViewAsync(client, "view_timeline", "prj_old"));
        var now = Data(await client.CallToolAsync("get_timeline", new Dictionary<string, object?>()));

        Assert.Equal("prj_old", old.GetProperty("project_id").GetString());
        Assert.Equal(project, now.GetProperty("project_id").GetString());
    }

    [Fact(Timeout = 120_000)]
    public async Task Frames_come_as_one_picture_and_no_more_than_a_page_of_them()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        var project = await EditAsync(client, "Hello");

        var page = Data(await ViewAsync(client, "view_pictures", project, ("times", JsonElement.Parse("[0,0.5,1,1.5,2,2.5,3,3.5]"))));
        var refused = await ViewAsync(client, "view_pictures", project, ("times", JsonElement.Parse($"[{string.Join(',', Enumerable.Repeat(1, 25))}]")));

        Assert.StartsWith("data:image/jpeg;base64,", page.GetProperty("picture").GetString(), StringComparison.Ordinal);
        Assert.Equal((6, 2), (page.GetProperty("columns").GetInt32(), page.GetProperty("rows").GetInt32()));
        Assert.StartsWith("invalid_argument:", Text(refused), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_timeline_of_many_long_names_is_told_in_less_than_100_kB()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        var project = await EditAsync(client, "Hello");
        var segments = Enumerable.Range(0, 2000).Select(i =>
            $$$"""{"s":{{{i * 2000}}},"d":2000,"m":{"name":"{{{new string('é', 300)}}}","kind":"video","in":100,"out":2100,"speed":1.5,"motion":"zoom_in","filter":"vintage","volume":0.5}}""");
        server.Backend.Draft = $$$"""{"m":{"width":1080,"height":1920},"t":[{"tt":0,"sg":[{{{string.Join(',', segments)}}}]},{"tt":7,"sg":[{"s":0,"d":900,"m":{"text":"Hi"}}]}]}""";

        var told = await ViewAsync(client, "view_timeline", project);

        Assert.InRange(Data(told).GetRawText().Length, 1, 100_000);
        Assert.Equal(2000, Data(told).GetProperty("tracks")[0].GetProperty("segment_count").GetInt32());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_only_reads_shows_it_and_takes_no_edit()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes, isReadOnly: true);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        await server.AddProjectAsync("prj_one");

        var shown = Data(await ViewAsync(client, "view_timeline", "prj_one"));
        var refused = await ViewAsync(client, "view_edit", "prj_one", ("seen", shown.GetProperty("seen").GetString()), ("action", "undo"));

        Assert.False(shown.GetProperty("can_edit").GetBoolean());
        Assert.DoesNotContain("view_edit", (await client.ListToolsAsync()).Select(tool => tool.Name));
        Assert.StartsWith("read_only:", Text(refused), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_job_is_looked_at_without_waiting_and_its_end_counts_as_told()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        await EditAsync(client, "Hello");
        var begun = Data(await client.CallToolAsync("export_video", new Dictionary<string, object?> { ["name"] = "film", ["wait_seconds"] = 0 }));
        var id = begun.GetProperty("job_id").GetString();

        JsonElement job;
        do
        {
            job = Data(await client.CallToolAsync("view_job", new Dictionary<string, object?> { ["job_id"] = id }));
        }
        while (job.GetProperty("status").GetString() == "running");
        var open = Data(await client.CallToolAsync("check_job", new Dictionary<string, object?>()));

        Assert.Equal("done", job.GetProperty("status").GetString());
        Assert.Equal(Path.Combine(server.Settings.OutputFolder, "film.mp4"), job.GetProperty("file").GetProperty("path").GetString());
        Assert.Equal(0, open.GetProperty("jobs").GetArrayLength());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_clip_comes_as_data_beside_the_answer_and_as_a_file_for_those_without_a_view()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, capabilities: Showing("text/html;profile=mcp-app"));
        var project = await EditAsync(client, "Hello");
        var seen = Data(await ViewAsync(client, "view_timeline", project)).GetProperty("seen").GetString();

        var clip = await ViewAsync(client, "view_clip", project, ("seen", seen));
        var file = Data(await client.CallToolAsync("preview_video", new Dictionary<string, object?> { ["kind"] = "clip" })).GetProperty("path").GetString()!;

        Assert.Equal("ready", Data(clip).GetProperty("status").GetString());
        var resource = Assert.IsType<BlobResourceContents>(Assert.Single(clip.Content.OfType<EmbeddedResourceBlock>()).Resource);
        Assert.Equal("video/mp4", resource.MimeType);
        Assert.Equal(server.Film, resource.DecodedData.ToArray());
        Assert.Equal(server.Film, await File.ReadAllBytesAsync(file));
        Assert.StartsWith(server.Settings.DataFolder, file, StringComparison.Ordinal);
    }

    private static ClientCapabilities Showing(string type) => new()
    {
        Extensions = new Dictionary<string, object> { ["io.modelcontextprotocol/ui"] = new JsonObject { ["mimeTypes"] = new JsonArray(type) } },
    };

    private static async Task<string> EditAsync(McpClient client, string message) =>
        Data(await client.CallToolAsync("edit_video", new Dictionary<string, object?> { ["message"] = message, ["project_id"] = "new", ["wait_seconds"] = 100 }))
            .GetProperty("project_id").GetString()!;

    private static async Task<CallToolResult> ViewAsync(McpClient client, string tool, string project, params (string Name, object? Value)[] more) =>
        await client.CallToolAsync(tool, new Dictionary<string, object?>([.. more.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)), KeyValuePair.Create<string, object?>("project_id", project)]));

    private static JsonElement Data(CallToolResult result) => result.StructuredContent ?? throw new InvalidOperationException(Text(result));

    private static string Text(CallToolResult result) => string.Join('\n', result.Content.OfType<TextContentBlock>().Select(block => block.Text));
}
