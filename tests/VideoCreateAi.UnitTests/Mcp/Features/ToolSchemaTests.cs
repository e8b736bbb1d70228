using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Mcp.Features;

/// <summary>The declarations of the tools, which are files beside the tools. After a change of an attribute:
/// <c>UPDATE_SCHEMAS=1 dotnet test tests/VideoCreateAi.UnitTests --filter ToolSchemaTests</c>, then build again.</summary>
public sealed partial class ToolSchemaTests
{
    private static readonly string s_folder = Path.Combine(SourceTree.Root, "src", "VideoCreateAi.Mcp", "Features", "Schemas");

    [Fact]
    public void The_schema_files_are_what_the_attributes_say()
    {
        var made = ToolSchemas.Make();
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMAS") is "1")
        {
            foreach (var (name, text) in made)
            {
                File.WriteAllText(Path.Combine(s_folder, name + ".json"), text);
            }
        }

        Assert.Equal(made.Keys.Order(), Directory.GetFiles(s_folder).Select(Path.GetFileNameWithoutExtension).Order());
        Assert.All(made, tool => Assert.Equal(tool.Value, File.ReadAllText(Path.Combine(s_folder, tool.Key + ".json"))));
    }

    [Fact]
    public void The_server_offers_every_declared_tool_and_no_other() => Assert.Equal(
        ToolSchemas.Make().Keys.Order(), VideoTools.For(BackendDescription.Studio).Select(tool => tool.ProtocolTool.Name).Order());

    [Fact]
    public void Every_argument_that_is_declared_is_passed_on()
    {
        var source = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "VideoCreateAi.Mcp", "Hosting", "VideoTools.cs"));
        var calls = source.Split("new DeclaredTool(\"").Skip(1).ToDictionary(
            call => call.Split('"')[0], call => ArgumentName().Matches(call).Select(match => match.Groups[1].Value).Order());

        Assert.All(VideoTools.For(BackendDescription.Studio), tool => Assert.Equal(
            tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject().Select(argument => argument.Name).Order(),
            calls[tool.ProtocolTool.Name]));
    }

    [Fact]
    public void All_schemas_together_stay_below_eight_thousand_tokens()
    {
        var sizes = VideoTools.For(BackendDescription.Cloud(new Uri("https://cloud.example/")))
            .ToDictionary(tool => tool.ProtocolTool.Name, tool => Bytes(JsonSerializer.Serialize(tool.ProtocolTool, McpJsonUtilities.DefaultOptions)));

        // Four bytes are about a token.
        Assert.InRange(sizes.Values.Sum() / 4, 1, 8_000);
    }

    [Fact]
    public void No_description_is_longer_than_two_kibibytes() => Assert.All(
        VideoTools.For(BackendDescription.Studio), tool => Assert.InRange(Bytes(tool.ProtocolTool.Description!), 1, 2048));

    [Fact]
    public void Every_argument_and_every_result_has_words() => Assert.All(VideoTools.For(BackendDescription.Studio), tool =>
    {
        Assert.All(tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject(), argument => Assert.True(
            argument.Value.TryGetProperty("description", out _), $"{tool.ProtocolTool.Name}.{argument.Name}"));
        Assert.False(string.IsNullOrWhiteSpace(tool.ProtocolTool.Title));
        Assert.Equal("object", tool.ProtocolTool.OutputSchema!.Value.GetProperty("type").GetString());
    });

    [Fact]
    public void Every_annotation_is_said() => Assert.All(VideoTools.For(BackendDescription.Studio), tool =>
    {
        var annotations = Assert.IsType<ToolAnnotations>(tool.ProtocolTool.Annotations);
        Assert.NotNull(annotations.ReadOnlyHint);
        Assert.NotNull(annotations.DestructiveHint);
        Assert.NotNull(annotations.IdempotentHint);
        Assert.NotNull(annotations.OpenWorldHint);
    });

    [Fact]
    public void Only_where_a_step_costs_the_host_is_told_to_ask_the_user()
    {
        Assert.All(VideoTools.For(BackendDescription.Studio), tool => Assert.Null(tool.ProtocolTool.Meta));
        Assert.Equal(
            ["create_video", "edit_video"],
            VideoTools.For(BackendDescription.Cloud(new Uri("https://cloud.example/")))
                .Where(tool => tool.ProtocolTool.Meta?["anthropic/requiresUserInteraction"]?.GetValue<bool>() is true)
                .Select(tool => tool.ProtocolTool.Name));
    }

    [GeneratedRegex(@"call\.(?:Text|Texts|Whole|Number|Flag|Of|Raw)\(""(\w+)""")]
    private static partial Regex ArgumentName();

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
