using System.Text;
using System.Text.Json;
using ModelContextProtocol.Client;

namespace VideoCreateAi.EndToEndTests;

public sealed class ToolListTests : IAsyncLifetime
{
    private readonly PublishedServer _server = new();
    private IList<McpClientTool> _tools = [];

    private McpClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await _server.ConnectAsync();
        _tools = await _client.ListToolsAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public void The_readme_lists_exactly_the_tools()
    {
        var readme = File.ReadAllLines(Path.Combine(Repository.Root, "README.md"));
        var listed = readme.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).Where(name => name.Contains('_'));

        Assert.Equal(_tools.Select(tool => tool.Name).Order(), listed.Order());
    }

    [Fact]
    public async Task The_reference_lists_exactly_the_resources_and_prompts()
    {
        var readme = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "src/VideoCreateAi.Mcp/README.md"));
        var resources = readme.Where(line => line.StartsWith("- `videocreateai://", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        var prompts = readme.Single(line => line.StartsWith("Prompts, ", StringComparison.Ordinal)).Split('`').Where((_, index) => index % 2 == 1);

        Assert.Equal((await _client.ListResourceTemplatesAsync()).Select(template => template.UriTemplate).Order(), resources.Order());
        Assert.Equal((await _client.ListPromptsAsync()).Select(prompt => prompt.Name), prompts);
    }

    [Fact]
    public void Every_tool_tells_its_annotations_and_its_output()
        => Assert.All(_tools, tool =>
        {
            var annotations = tool.ProtocolTool.Annotations!;
            Assert.NotNull(annotations.ReadOnlyHint);
            Assert.NotNull(annotations.DestructiveHint);
            Assert.NotNull(annotations.IdempotentHint);
            Assert.NotNull(annotations.OpenWorldHint);
            Assert.NotNull(tool.ProtocolTool.OutputSchema);
        });

    [Fact]
    public async Task A_result_has_the_names_that_its_schema_promises()
    {
        var tool = _tools.Single(tool => tool.Name == "get_credits");
        var promised = tool.ProtocolTool.OutputSchema!.Value.GetProperty("properties").EnumerateObject().Select(property => property.Name);

        var data = ToolCalls.Data(await tool.CallAsync());

        Assert.Equal([], data.EnumerateObject().Select(property => property.Name).Except(promised));
    }

    [Fact]
    public void All_schemas_together_stay_small()
    {
        // Four bytes are about a token.
        var bytes = _tools.Sum(tool => Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(tool.ProtocolTool, ModelContextProtocol.McpJsonUtilities.DefaultOptions)));

        Assert.InRange(bytes / 4, 1, 8_000);
        Assert.All(_tools, tool => Assert.InRange(Encoding.UTF8.GetByteCount(tool.Description), 1, 2048));
    }

    [Fact]
    public void The_block_to_copy_names_the_published_server()
    {
        using var block = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "mcp.json")));
        var server = block.RootElement.GetProperty("mcpServers").GetProperty("videocreateai");

        Assert.Equal("dotnet", server.GetProperty("command").GetString());
        Assert.True(File.Exists(Path.Combine(Repository.Root, server.GetProperty("args")[0].GetString()!)));
    }
}
