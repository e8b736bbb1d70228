using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using VideoCreateAi.ProtocolTests.Gateway;

namespace VideoCreateAi.ProtocolTests.Resources;

/// <summary>What can be read of the projects, over both transports and both generations of the protocol.</summary>
public sealed class ResourceTests
{
    public static TheoryData<string, string> Everywhere => new()
    {
        { SurfaceServer.Pipes, SurfaceServer.WithSessions },
        { SurfaceServer.Pipes, SurfaceServer.WithoutSessions },
        { SurfaceServer.Http, SurfaceServer.WithSessions },
        { SurfaceServer.Http, SurfaceServer.WithoutSessions },
    };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task A_fresh_server_lists_only_the_form_of_exact_edits_and_asks_nobody(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);

        var resources = await client.ListResourcesAsync();
        var templates = await client.ListResourceTemplatesAsync();

        Assert.Equal([Form], resources.Select(resource => resource.Uri));
        Assert.Equal(4, templates.Count);
        Assert.Empty(server.Backend.Requests);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task A_project_can_be_read_as_text_as_data_and_as_a_picture(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        var project = await EditAsync(client, "Hello");
        var asked = server.Backend.Requests.Count;

        var listed = await client.ListResourcesAsync();
        var askedByList = server.Backend.Requests.Count - asked;
        var text = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(Uri(project, "timeline.txt"))).Contents));
        var json = Assert.IsType<TextResourceContents>(Assert.Single((await client.ReadResourceAsync(Uri(project, "timeline.json"))).Contents));
        var sheet = Assert.IsType<BlobResourceContents>(Assert.Single((await client.ReadResourceAsync(Uri(project, "contact-sheet.jpg"))).Contents));

        Assert.Equal(0, askedByList);
        Assert.Equal([Uri(project, "timeline.txt"), Uri(project, "timeline.json"), Uri(project, "contact-sheet.jpg"), Form], listed.Select(resource => resource.Uri));
        Assert.Equal(["text/plain", "application/json", "image/jpeg", "application/schema+json"], listed.Select(resource => resource.MimeType));
        Assert.Equal("text/plain", text.MimeType);
        Assert.Contains("Title: Hello 0-3s", text.Text, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(json.Text);
        Assert.Equal(project, data.RootElement.GetProperty("project_id").GetString());
        Assert.Equal("Hello", data.RootElement.GetProperty("tracks")[1].GetProperty("segments")[0].GetProperty("name").GetString());
        Assert.Equal([0xFF, 0xD8, 0xFF], sheet.DecodedData.ToArray());
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task An_export_is_linked_listed_and_read(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        var project = await EditAsync(client, "Hello");

        var exported = await client.CallToolAsync(
            "export_video", new Dictionary<string, object?> { ["project_id"] = project, ["name"] = "My film ü", ["wait_seconds"] = 100 });
        var link = Assert.Single(exported.Content.OfType<ResourceLinkBlock>());
        var resource = (await client.ListResourcesAsync()).Single(resource => resource.Uri == link.Uri).ProtocolResource;
        var contents = Assert.IsType<BlobResourceContents>(Assert.Single((await client.ReadResourceAsync(link.Uri)).Contents));

        Assert.Equal(Uri(project, "exports/My%20film%20%C3%BC.mp4"), link.Uri);
        Assert.Equal(("My film ü.mp4", "video/mp4", server.Film.Length), (link.Name, link.MimeType, link.Size));
        Assert.Equal((link.Name, link.MimeType, link.Size), (resource.Name, resource.MimeType, resource.Size));
        Assert.Equal(new Uri(Path.Combine(server.Settings.OutputFolder, "My film ü.mp4")).AbsoluteUri, (string?)link.Meta!["videocreateai/file"]);
        Assert.Equal((link.Uri, "video/mp4"), (contents.Uri, contents.MimeType));
        Assert.Equal(server.Film, contents.DecodedData.ToArray());
    }

    [Fact(Timeout = 120_000)]
    public async Task A_finished_job_links_its_file_again()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        var project = await EditAsync(client, "Hello");
        var begun = await client.CallToolAsync("export_video", new Dictionary<string, object?> { ["project_id"] = project, ["wait_seconds"] = 0 });

        var ended = await client.CallToolAsync(
            "check_job", new Dictionary<string, object?> { ["job_id"] = begun.StructuredContent!.Value.GetProperty("job_id").GetString(), ["wait_seconds"] = 100 });

        Assert.Empty(begun.Content.OfType<ResourceLinkBlock>());
        Assert.Equal(server.Film.Length, Assert.Single(ended.Content.OfType<ResourceLinkBlock>()).Size);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_large_file_is_not_sent_and_its_place_is_told()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        await server.AddProjectAsync("prj_large");
        var fits = await server.AddExportAsync("prj_large", "fits.mp4", 8 * 1024 * 1024);
        var large = await server.AddExportAsync("prj_large", "large.mp4", 8 * 1024 * 1024 + 1);

        var read = await client.ReadResourceAsync(Uri("prj_large", "exports/fits.mp4"));
        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(Uri("prj_large", "exports/large.mp4")));

        Assert.Equal(fits.Bytes, Assert.IsType<BlobResourceContents>(read.Contents[0]).DecodedData.Length);
        Assert.Contains("resource_too_large: large.mp4 has 8.0 MiB", refused.Message, StringComparison.Ordinal);
        Assert.Contains(large.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_file_that_was_moved_is_gone_from_the_list()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        await server.AddProjectAsync("prj_moved");
        var file = await server.AddExportAsync("prj_moved", "film.mp4", 1000);
        var before = await client.ListResourcesAsync();

        File.Delete(file.Path);
        var after = await client.ListResourcesAsync();
        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(Uri("prj_moved", "exports/film.mp4")));

        Assert.Equal((5, 4), (before.Count, after.Count));
        Assert.Equal(McpErrorCode.ResourceNotFound, refused.ErrorCode);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task What_is_not_there_is_refused_alike_and_without_a_path(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        await server.AddProjectAsync("prj_here");
        await server.AddProjectAsync("prj_other", backend: "studio#another-account");
        string[] missing =
        [
            Uri("prj_gone", "timeline.txt"), Uri("prj_other", "timeline.txt"), Uri("prj_here", "timeline.xml"), Uri("prj_here", "exports/none.mp4"),
            Uri("prj_here", "exports/..%2f..%2fledger.db"), Uri("prj_here", "exports/"), "videocreateai://projects/../timeline.txt", "file:///etc/passwd", "",
        ];

        List<McpProtocolException> refused = [];
        foreach (var uri in missing.Where(uri => uri.Length > 0))
        {
            refused.Add(await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(uri)));
        }

        Assert.Single(refused.Select(fault => fault.Message).Distinct());
        Assert.All(refused, fault => Assert.Equal(
            version == SurfaceServer.WithSessions ? McpErrorCode.ResourceNotFound : McpErrorCode.InvalidParams, fault.ErrorCode));
        Assert.DoesNotContain(server.Settings.DataFolder, refused[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("prj_other", (await client.ListResourcesAsync()).Select(resource => resource.Uri.Split('/')[3]));
        Assert.Empty(server.Backend.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_project_with_nothing_in_it_says_so()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        var opened = await client.CallToolAsync("open_project", new Dictionary<string, object?> { ["new"] = true, ["name"] = "Later" });
        var project = opened.StructuredContent!.Value.GetProperty("project_id").GetString()!;

        var text = Assert.IsType<TextResourceContents>((await client.ReadResourceAsync(Uri(project, "timeline.txt"))).Contents[0]);
        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ReadResourceAsync(Uri(project, "contact-sheet.jpg")));

        Assert.Contains("Nothing to export yet", text.Text, StringComparison.Ordinal);
        Assert.Contains("timeline_empty:", refused.Message, StringComparison.Ordinal);
        Assert.Empty(server.Backend.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task Reading_does_not_make_a_project_the_conversation_s()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Http);
        var project = await EditAsync(await server.ConnectAsync(SurfaceServer.WithSessions), "Hello");
        var second = await server.ConnectAsync(SurfaceServer.WithSessions);

        await second.ReadResourceAsync(Uri(project, "timeline.txt"));
        var timeline = await second.CallToolAsync("get_timeline");

        Assert.StartsWith("no_project:", Assert.IsType<TextContentBlock>(timeline.Content[0]).Text, StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task Many_projects_come_in_pages_and_none_twice(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        for (var number = 0; number < 60; number++)
        {
            await server.AddProjectAsync($"prj_{number:00}");
        }

        var first = await client.ListResourcesAsync(new ListResourcesRequestParams());
        var all = await client.ListResourcesAsync();
        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = "1; DROP" }));

        Assert.Equal(75, first.Resources.Count);
        Assert.Equal(Uri("prj_59", "timeline.txt"), first.Resources[0].Uri);
        Assert.Equal(181, all.Select(resource => resource.Uri).Distinct().Count());
        Assert.Equal(181, all.Count);
        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Names_are_shown_without_anything_that_hides_or_steers()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        await server.AddProjectAsync("prj_evil", "\u001B[31mEvil\u202E ![x](http://evil.example/?q=1)\u0007");
        server.Backend.Draft = EditorBackendDraft(GatewayFixture.Token);

        var listed = await client.ListResourcesAsync();

        Assert.All(listed, resource => Assert.DoesNotContain(resource.Title!, letter => char.IsControl(letter) || letter == '\u202E'));
        Assert.StartsWith("Timeline: Evil", listed[0].Title, StringComparison.Ordinal);
        Assert.DoesNotContain("](http", listed[0].Title, StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task The_newer_generation_hears_how_long_an_answer_holds(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        var project = await EditAsync(client, "Hello");

        var templates = (await client.ListResourceTemplatesAsync(new ListResourceTemplatesRequestParams())).TimeToLive;
        var prompts = (await client.ListPromptsAsync(new ListPromptsRequestParams())).TimeToLive;
        var read = await client.ReadResourceAsync(Uri(project, "timeline.txt"));

        TimeSpan? hour = version == SurfaceServer.WithSessions ? null : TimeSpan.FromHours(1);
        Assert.Equal((hour, hour), (templates, prompts));
        Assert.Equal(version == SurfaceServer.WithSessions ? null : TimeSpan.Zero, read.TimeToLive);
        Assert.Equal(version == SurfaceServer.WithSessions ? null : CacheScope.Private, read.CacheScope);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_only_reads_shows_them_all_the_same()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes, isReadOnly: true);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        await server.AddProjectAsync("prj_shown");
        server.Backend.Draft = EditorBackendDraft("Hello");

        var listed = await client.ListResourcesAsync();
        var text = Assert.IsType<TextResourceContents>((await client.ReadResourceAsync(Uri("prj_shown", "timeline.txt"))).Contents[0]);

        Assert.Equal(3, listed.Count);
        Assert.Contains("Title: Hello", text.Text, StringComparison.Ordinal);
    }

    private const string Form = "videocreateai://schemas/operations.json";

    internal static string Uri(string project, string what) => $"videocreateai://projects/{project}/{what}";

    /// <returns>The project, which is a new one.</returns>
    internal static async Task<string> EditAsync(McpClient client, string message, string? project = "new")
    {
        var result = await client.CallToolAsync(
            "edit_video", new Dictionary<string, object?> { ["message"] = message, ["project_id"] = project, ["wait_seconds"] = 100 });
        return result.StructuredContent is { } data ? data.GetProperty("project_id").GetString()! : throw new InvalidOperationException(((TextContentBlock)result.Content[0]).Text);
    }

    private static string EditorBackendDraft(string title) => Jobs.EditorBackend.DraftWith(title);
}
