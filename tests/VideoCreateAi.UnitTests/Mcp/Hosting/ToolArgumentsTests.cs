using System.Text.Json;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class ToolArgumentsTests
{
    private const string Schema = """
        {"type":"object","properties":{"text":{"type":"string"},"files":{"type":["array","null"],"items":{"type":["string","null"]}},"wait":{"type":["integer","null"]}},"required":["text"]}
        """;

    [Theory]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"text":"a","files":null,"wait":3}""")]
    [InlineData("""{"text":"a","files":["x","y"]}""")]
    public void What_fits_the_schema_has_no_fault(string arguments) => Assert.Null(FaultOf(arguments));

    [Theory]
    [InlineData("""{"text":"a","volume":1}""", "volume", "text, files, wait")]
    [InlineData("""{}""", "text", "missing")]
    [InlineData("""{"text":null}""", "text", "missing")]
    [InlineData("""{"text":7}""", "text", "string")]
    [InlineData("""{"text":"a","files":"x"}""", "files", "array")]
    [InlineData("""{"text":"a","files":[1]}""", "files", "array")]
    [InlineData("""{"text":"a","files":[null]}""", "files", "array")]
    [InlineData("""{"text":"a","wait":1.5}""", "wait", "integer")]
    [InlineData("""{"text":"a","wait":"15m"}""", "wait", "integer")]
    public void A_fault_names_the_argument_and_what_is_expected(string arguments, string name, string says)
    {
        var fault = FaultOf(arguments);

        Assert.Contains($"'{name}'", fault, StringComparison.Ordinal);
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    private static string? FaultOf(string arguments) => ToolArguments.FaultOf(
        JsonDocument.Parse(Schema).RootElement,
        JsonDocument.Parse(arguments).RootElement.EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value));
}
