using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.ProtocolTests.Resources;

/// <summary>Prompts and the completion of what is typed into them and into resource templates.</summary>
public sealed class PromptTests
{
    public static TheoryData<string, string> Everywhere => ResourceTests.Everywhere;

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task Every_prompt_is_listed_with_its_arguments_and_can_be_had(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);

        var prompts = await client.ListPromptsAsync();

        Assert.Equal(
            ["quick_edit", "promo_from_images", "captioned_short", "batch", "iterative_refinement", "review_video"], prompts.Select(prompt => prompt.Name));
        foreach (var prompt in prompts.Select(prompt => prompt.ProtocolPrompt))
        {
            var needed = prompt.Arguments!.Where(argument => argument.Required is true).ToDictionary(argument => argument.Name, argument => (object?)$"my {argument.Name}");
            var message = Assert.Single((await client.GetPromptAsync(prompt.Name, needed)).Messages);
            var text = Assert.IsType<TextContentBlock>(message.Content).Text;

            Assert.Equal(Role.User, message.Role);
            Assert.False(string.IsNullOrEmpty(prompt.Title) || string.IsNullOrEmpty(prompt.Description));
            Assert.All(prompt.Arguments!, argument => Assert.False(string.IsNullOrEmpty(argument.Description)));
            Assert.All(needed.Values, value => Assert.Contains((string)value!, text, StringComparison.Ordinal));
        }

        Assert.Empty(server.Backend.Requests);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("quick_edit", "files=a.jpg", "The argument 'wish' is missing")]
    [InlineData("quick_edit", "files=a.jpg;wish= ", "The argument 'wish' is missing")]
    [InlineData("quick_edit", "files=a.jpg;wish=b;colour=red", "There is no argument 'colour'. This prompt takes: files, wish, preset.")]
    [InlineData("quick_edit", "files=a.jpg;wish=b;preset=cinema", "Choose one of tiktok, reels, shorts, youtube, square, 4:5.")]
    [InlineData("promo_from_images", "images=a.jpg;seconds=soon", "must be a number of seconds")]
    [InlineData("make_coffee", "", "There is no prompt 'make_coffee'. prompts/list has: quick_edit")]
    public async Task What_does_not_fit_is_told_as_invalid_parameters(string prompt, string arguments, string words)
    {
        foreach (var (transport, version) in ResourceTests.Everywhere.Select(row => ((string)row[0], (string)row[1])))
        {
            await using var server = await SurfaceServer.StartAsync(transport);
            var client = await server.ConnectAsync(version);

            var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync(prompt, Arguments(arguments)));

            Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task A_server_that_only_reads_offers_the_prompt_that_does()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes, isReadOnly: true);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);

        var prompts = await client.ListPromptsAsync();
        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("quick_edit", Arguments("files=a;wish=b")));

        Assert.Equal(["review_video"], prompts.Select(prompt => prompt.Name));
        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
        Assert.Contains("--read-only", refused.Message, StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task Projects_are_completed_by_id_and_by_name_the_last_used_first(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        await server.AddProjectAsync("prj_a1", "Beach promo");
        await server.AddProjectAsync("prj_a2", "Office tour");
        await server.AddProjectAsync("prj_b1", "beach party");
        await server.AddProjectAsync("prj_c1", "Beach of others", backend: "studio#another-account");
        await server.Of<Mcp.Sessions.ProjectBook>().TouchAsync("prj_a2", CancellationToken.None);
        Reference template = new ResourceTemplateReference { Uri = "videocreateai://projects/{project_id}/timeline.json" };
        Reference prompt = new PromptReference { Name = "iterative_refinement" };

        var byId = (await client.CompleteAsync(template, "project_id", "prj_a")).Completion;
        var byName = (await client.CompleteAsync(prompt, "project_id", "BEACH")).Completion;
        var all = (await client.CompleteAsync(prompt, "project_id", "")).Completion;
        var none = (await client.CompleteAsync(template, "project_id", "zzz")).Completion;

        Assert.Equal(["prj_a2", "prj_a1"], byId.Values);
        Assert.Equal(["prj_a1", "prj_b1"], byName.Values.Order());
        Assert.Equal((3, false, "prj_a2"), (all.Total, all.HasMore, all.Values[0]));
        Assert.Empty(none.Values);
        Assert.Empty(server.Backend.Requests);
    }

    [Fact(Timeout = 120_000)]
    public async Task At_most_a_hundred_are_offered_and_it_is_said_that_there_are_more()
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        for (var number = 0; number < 103; number++)
        {
            await server.AddProjectAsync($"prj_{number}");
        }

        var completion = (await client.CompleteAsync(new PromptReference { Name = "review_video" }, "project_id", "")).Completion;

        Assert.Equal((100, 103, true), (completion.Values.Count, completion.Total, completion.HasMore));
    }

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Everywhere))]
    public async Task Platforms_shapes_and_files_are_completed(string transport, string version)
    {
        await using var server = await SurfaceServer.StartAsync(transport);
        var client = await server.ConnectAsync(version);
        await server.AddProjectAsync("prj_1");
        await server.AddExportAsync("prj_1", "beach.mp4", 10);
        await server.AddExportAsync("prj_1", "office.mp4", 10);
        var export = new ResourceTemplateReference { Uri = "videocreateai://projects/{project_id}/exports/{name}" };

        var presets = (await client.CompleteAsync(new PromptReference { Name = "quick_edit" }, "preset", "")).Completion.Values;
        var some = (await client.CompleteAsync(new PromptReference { Name = "quick_edit" }, "preset", "S")).Completion.Values;
        var aspects = (await client.CompleteAsync(new PromptReference { Name = "iterative_refinement" }, "aspect", "1")).Completion.Values;
        var words = (await client.CompleteAsync(new PromptReference { Name = "quick_edit" }, "wish", "a")).Completion.Values;
        var files = (await client.CompleteAsync(new CompleteRequestParams
        {
            Ref = export,
            Argument = new Argument { Name = "name", Value = "be" },
            Context = new CompleteContext { Arguments = new Dictionary<string, string> { ["project_id"] = "prj_1" } },
        })).Completion.Values;
        var unknown = (await client.CompleteAsync(export, "name", "be")).Completion.Values;

        Assert.Equal(ExportFormats.Presets, presets);
        Assert.Equal(["shorts", "square"], some);
        Assert.Equal(["16:9", "1:1"], aspects);
        Assert.Equal(["beach.mp4"], files);
        Assert.Empty(words.Concat(unknown));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("prompt:nothing", "preset")]
    [InlineData("prompt:quick_edit", "colour")]
    [InlineData("videocreateai://projects/{id}/else", "project_id")]
    [InlineData("videocreateai://projects/{project_id}/timeline.json", "name")]
    public async Task What_cannot_be_completed_is_refused(string about, string argument)
    {
        await using var server = await SurfaceServer.StartAsync(SurfaceServer.Pipes);
        var client = await server.ConnectAsync(SurfaceServer.WithSessions);
        Reference reference = about.StartsWith("prompt:", StringComparison.Ordinal)
            ? new PromptReference { Name = about[7..] }
            : new ResourceTemplateReference { Uri = about };

        var refused = await Assert.ThrowsAsync<McpProtocolException>(async () => await client.CompleteAsync(reference, argument, "a"));

        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
    }

    private static Dictionary<string, object?> Arguments(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => (object?)pair[1]);
}
