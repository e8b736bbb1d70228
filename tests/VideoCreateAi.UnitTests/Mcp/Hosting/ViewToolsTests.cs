using System.Text.Json;
using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

/// <summary>The tools of the timeline view are declared like all others, and for the view alone.</summary>
public sealed partial class ViewToolsTests
{
    [Fact]
    public void They_are_for_the_view_alone() => Assert.All(
        ViewTools.All, tool => Assert.Equal("""{"visibility":["app"]}""", tool.ProtocolTool.Meta!["ui"]!.ToJsonString()));

    [Fact]
    public void None_has_the_name_of_another()
    {
        var names = VideoTools.For(BackendDescription.Studio).Concat(ViewTools.All).Select(tool => tool.ProtocolTool.Name).ToList();

        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void Only_an_edit_changes_anything() => Assert.Equal(
        ["view_edit"], ViewTools.All.Where(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint is not true).Select(tool => tool.ProtocolTool.Name));

    [Fact]
    public void Every_argument_that_is_declared_is_passed_on()
    {
        var source = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "VideoCreateAi.Mcp", "Hosting", "ViewTools.cs"));
        var calls = source.Split("new DeclaredTool(\"").Skip(1).ToDictionary(
            call => call.Split('"')[0], call => ArgumentName().Matches(call).Select(match => match.Groups[1].Value).Order());

        Assert.All(ViewTools.All, tool => Assert.Equal(
            tool.ProtocolTool.InputSchema.GetProperty("properties").EnumerateObject().Select(argument => argument.Name).Order(), calls[tool.ProtocolTool.Name]));
    }

    [Fact]
    public void A_call_with_another_argument_is_refused_by_the_schema() => Assert.All(ViewTools.All, tool => Assert.NotNull(
        ToolArguments.FaultOf(tool.ProtocolTool.InputSchema, [KeyValuePair.Create("files", JsonElement.Parse("[]"))])));

    [GeneratedRegex(@"call\.(?:Text|Texts|Whole|Number|Flag|Of|Raw)\(""(\w+)""")]
    private static partial Regex ArgumentName();
}
