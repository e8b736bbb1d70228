using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Hosting.Http;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.ProtocolTests.Resources;

/// <summary>Who wants to be told of changes is told, and nobody else.</summary>
public sealed class SubscriptionTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Theory(Timeout = 120_000)]
    [InlineData(SurfaceServer.Pipes)]
    [InlineData(SurfaceServer.Http)]
    public async Task An_edit_updates_what_a_session_subscribed_to(string transport)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, heard);
        var (first, second) = (await ResourceTests.EditAsync(client, "one"), await ResourceTests.EditAsync(client, "two"));
        await client.SubscribeToResourceAsync(Text(first));
        await client.SubscribeToResourceAsync(Sheet(second));

        await ResourceTests.EditAsync(client, "three", first);
        await ResourceTests.EditAsync(client, "four", second);
        await heard.UntilAsync(notes => notes.UpdatedUris.Count == 2);

        Assert.Equal([Text(first), Sheet(second)], heard.UpdatedUris);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(SurfaceServer.Pipes)]
    [InlineData(SurfaceServer.Http)]
    public async Task What_a_session_unsubscribed_from_is_told_no_more(string transport)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, heard);
        var project = await ResourceTests.EditAsync(client, "one");
        await client.SubscribeToResourceAsync(Text(project));
        await client.SubscribeToResourceAsync(Sheet(project));

        await client.UnsubscribeFromResourceAsync(Text(project));
        await ResourceTests.EditAsync(client, "two", project);
        await heard.UntilAsync(notes => notes.UpdatedUris.Count == 1);

        Assert.Equal([Sheet(project)], heard.UpdatedUris);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_restored_step_is_an_update_and_an_answer_without_a_change_is_none()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, heard);
        var project = await ResourceTests.EditAsync(client, "one");
        await ResourceTests.EditAsync(client, "two", project);
        await client.SubscribeToResourceAsync(Text(project));

        server.Backend.OnMessage = null;
        await ResourceTests.EditAsync(client, "how long is it", project);
        await client.CallToolAsync("restore_version", new Dictionary<string, object?> { ["step"] = 1, ["project_id"] = project });
        await heard.UntilAsync(notes => notes.UpdatedUris.Count == 1);

        Assert.Equal([Text(project)], heard.UpdatedUris);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(SurfaceServer.Pipes)]
    [InlineData(SurfaceServer.Http)]
    public async Task The_list_changes_with_projects_and_exports(string transport)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithSessions, heard);
        await client.ListResourcesAsync();

        var project = await ResourceTests.EditAsync(client, "one");
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 1);
        await client.CallToolAsync("export_video", new Dictionary<string, object?> { ["project_id"] = project, ["wait_seconds"] = 100 });
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 2);
        await client.CallToolAsync("open_project", new Dictionary<string, object?> { ["project_id"] = project, ["rename"] = "Holiday" });
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 3);
        var asked = await client.CallToolAsync("open_project", new Dictionary<string, object?> { ["project_id"] = project, ["delete"] = true });
        server.Backend.OnOther = path => path == "/studio/projects/session1" ? Jobs.EditorBackend.Json("""{"code":0,"data":{}}""") : null;
        await client.CallToolAsync("open_project", new Dictionary<string, object?>
        {
            ["project_id"] = project, ["delete"] = true, ["delete_code"] = asked.StructuredContent!.Value.GetProperty("delete_code").GetString(),
        });
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 4);

        Assert.Empty(heard.UpdatedUris);
        Assert.Equal(["operations.json"], (await client.ListResourcesAsync()).Select(resource => resource.Name));
    }

    [Fact(Timeout = 120_000)]
    public async Task Sessions_hear_only_of_what_they_asked_for()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Http);
        var (subscribed, listed, silent) = (new HeardNotes(), new HeardNotes(), new HeardNotes());
        var first = await server.ConnectAsync(SurfaceServer.WithSessions, subscribed);
        var second = await server.ConnectAsync(SurfaceServer.WithSessions, listed);
        var third = await server.ConnectAsync(SurfaceServer.WithSessions, silent);
        var project = await ResourceTests.EditAsync(third, "one");
        await first.SubscribeToResourceAsync(Text(project));
        await second.ListResourcesAsync();

        await ResourceTests.EditAsync(third, "two", project);
        await subscribed.UntilAsync(notes => notes.UpdatedUris.Count == 1);
        await ResourceTests.EditAsync(third, "three");
        await subscribed.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 1);
        await listed.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 1);

        Assert.Empty(listed.UpdatedUris);
        Assert.Empty(silent.All);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_is_not_there_cannot_be_subscribed_to()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        await server.AddProjectAsync("prj_other", backend: "studio#another-account");

        foreach (var uri in new[] { Text("prj_gone"), Text("prj_other"), "file:///etc/passwd" })
        {
            var refused = await Assert.ThrowsAsync<McpProtocolException>(() => client.SubscribeToResourceAsync(uri));
            Assert.Equal(McpErrorCode.ResourceNotFound, refused.ErrorCode);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_session_keeps_a_hundred_subscriptions_and_no_more()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        for (var number = 0; number <= 100; number++)
        {
            await server.AddProjectAsync($"prj_{number}");
        }

        for (var number = 0; number < 100; number++)
        {
            await client.SubscribeToResourceAsync(Text($"prj_{number}"));
        }

        await client.SubscribeToResourceAsync(Text("prj_7"));
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => client.SubscribeToResourceAsync(Text("prj_100")));
        await client.UnsubscribeFromResourceAsync(Text("prj_0"));
        await client.SubscribeToResourceAsync(Text("prj_100"));

        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
        Assert.Equal(1, server.Of<ProjectNews>().Listeners);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_session_that_ends_leaves_nobody_listening()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Http);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        await client.ListResourcesAsync();
        var during = server.Of<ProjectNews>().Listeners;

        await server.Of<HttpSessions>().EndAllAsync();

        Assert.Equal((1, 0), (during, server.Of<ProjectNews>().Listeners));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(SurfaceServer.Pipes)]
    [InlineData(SurfaceServer.Http)]
    public async Task A_stream_is_acknowledged_tells_what_was_asked_for_and_ends_with_its_request(string transport)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithoutSessions, heard);
        var (first, second) = (await ResourceTests.EditAsync(client, "one"), await ResourceTests.EditAsync(client, "two"));
        using var end = new CancellationTokenSource();

        var listening = Listen(client, "watch-1", $$"""{"resourceSubscriptions":["{{Text(first)}}","{{Text("prj_gone")}}"]}""", end.Token);
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.Acknowledged) == 1);
        await ResourceTests.EditAsync(client, "three", second);
        await ResourceTests.EditAsync(client, "four", first);
        await heard.UntilAsync(notes => notes.UpdatedUris.Count == 1);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
        if (transport == SurfaceServer.Pipes)
        {
            // The client's library tells it too, but not when its own wait ends before it comes to that.
            await client.SendNotificationAsync(
                NotificationMethods.CancelledNotification, new CancelledNotificationParams { RequestId = new RequestId("watch-1") });
        }

        await UntilNobodyListensAsync(server);

        Assert.Equal([HeardNotes.Acknowledged, HeardNotes.Updated], heard.All.Select(note => note.Method));
        Assert.Equal([Text(first)], heard.UpdatedUris);
        Assert.Equal([Text(first)], heard.All[0].Params!["notifications"]!["resourceSubscriptions"]!.AsArray().Select(uri => (string)uri!));
        Assert.All(heard.All, note => Assert.Equal("watch-1", (string?)note.Params!["_meta"]!["io.modelcontextprotocol/subscriptionId"]));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(SurfaceServer.Pipes)]
    [InlineData(SurfaceServer.Http)]
    public async Task A_stream_tells_that_the_list_changed(string transport)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithoutSessions, heard);
        using var end = new CancellationTokenSource();
        var listening = Listen(client, "watch-2", """{"resourcesListChanged":true,"promptsListChanged":true}""", end.Token);
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.Acknowledged) == 1);

        await ResourceTests.EditAsync(client, "one");
        await heard.UntilAsync(notes => notes.CountOf(HeardNotes.ListChanged) == 1);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);

        var granted = heard.All[0].Params!["notifications"]!.AsObject();
        Assert.Equal(["resourcesListChanged"], granted.Where(entry => entry.Value is not null).Select(entry => entry.Key));
        Assert.Empty(heard.UpdatedUris);
    }

    [Theory(Timeout = 120_000)]
    [InlineData(SurfaceServer.Pipes)]
    [InlineData(SurfaceServer.Http)]
    public async Task Without_a_stream_the_newer_generation_is_told_nothing(string transport)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithoutSessions, heard);
        await client.ListResourcesAsync();

        await ResourceTests.EditAsync(client, "one");
        await client.ListResourcesAsync();

        Assert.Equal(0, server.Of<ProjectNews>().Listeners);
        Assert.Empty(heard.All);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_stream_that_would_tell_nothing_ends_at_once()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Http);
        var heard = new HeardNotes();
        var client = await server.ConnectAsync(SurfaceServer.WithoutSessions, heard);

        await Listen(client, "watch-3", """{"promptsListChanged":true}""", CancellationToken.None).WaitAsync(s_patience);
        await heard.UntilAsync(notes => notes.All.Count == 1);

        Assert.Equal([HeardNotes.Acknowledged], heard.All.Select(note => note.Method));
    }

    [Fact(Timeout = 120_000)]
    public async Task Only_what_works_is_advertised()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Http);

        foreach (var version in new[] { SurfaceServer.WithSessions, SurfaceServer.WithoutSessions })
        {
            var can = (await server.ConnectAsync(version)).ServerCapabilities;
            Assert.Equal((true, true), (can.Resources!.Subscribe, can.Resources.ListChanged));
            Assert.Null(can.Prompts!.ListChanged);
            Assert.NotNull(can.Completions);
        }
    }

    private static string Text(string project) => ResourceTests.Uri(project, "timeline.txt");

    private static string Sheet(string project) => ResourceTests.Uri(project, "contact-sheet.jpg");

    private static Task<JsonRpcResponse> Listen(McpClient client, string id, string notifications, CancellationToken cancellationToken) => client.SendRequestAsync(
        new JsonRpcRequest
        {
            Id = new RequestId(id),
            Method = RequestMethods.SubscriptionsListen,
            Params = new JsonObject { ["notifications"] = JsonNode.Parse(notifications) },
        },
        cancellationToken);

    private static async Task UntilNobodyListensAsync(SurfaceServer server)
    {
        var news = server.Of<ProjectNews>();
        using var patience = new CancellationTokenSource(s_patience);
        while (news.Listeners > 0)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
