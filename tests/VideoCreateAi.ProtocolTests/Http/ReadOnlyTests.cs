using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ProtocolTests.Http;

public sealed class ReadOnlyTests : IAsyncLifetime
{
    private VideoServer _server = null!;

    public async Task InitializeAsync() => _server = await VideoServer.StartAsync(isReadOnly: true);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("2025-11-25")]
    [InlineData("2026-07-28")]
    public async Task Only_tools_that_read_are_listed(string version)
    {
        await using var client = await _server.ConnectAsync(version);

        var tools = await client.ListToolsAsync();

        Assert.Contains("get_timeline", tools.Select(tool => tool.Name));
        Assert.All(tools, tool => Assert.True(tool.ProtocolTool.Annotations!.ReadOnlyHint));
    }

    [Theory]
    [InlineData("create_video", "2025-11-25")]
    [InlineData("edit_video", "2025-11-25")]
    [InlineData("export_video", "2025-11-25")]
    [InlineData("upload_media", "2025-11-25")]
    [InlineData("create_video", "2026-07-28")]
    public async Task A_call_that_would_change_something_is_refused(string tool, string version)
    {
        await using var client = await _server.ConnectAsync(version);

        var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { ["text"] = "make a video" });

        Assert.True(result.IsError);
        Assert.StartsWith("read_only:", Assert.IsType<TextContentBlock>(result.Content[0]).Text, StringComparison.Ordinal);
        Assert.Empty(_server.Backend.Requests);
    }

    [Fact]
    public async Task What_only_reads_still_works()
    {
        await using var client = await _server.ConnectAsync("2025-11-25");

        Assert.NotEqual(true, (await client.CallToolAsync("get_credits")).IsError);
    }
}
