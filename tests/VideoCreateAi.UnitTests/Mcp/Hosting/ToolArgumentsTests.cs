using System.Text.Json;
using VideoCreateAi.Mcp.Hosting;

namespace VideoCreateAi.UnitTests.Mcp.Hosting;

public sealed class ToolArgumentsTests
{
    private const string Schema = """
        {"type":"object","properties":{"text":{"type":"string"},"files":{"type":"array","items":{"type":"string"}},"wait":{"type":"integer"},
         "items":{"type":"array","items":{"type":"object","properties":{"text":{"type":"string"},"files":{"type":"array","items":{"type":"string"}}},"required":["text"]}}},"required":["text"]}
        """;

    [Theory]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""{"text":"a","files":null,"wait":3}""")]
    [InlineData("""{"text":"a","files":["x","y"]}""")]
    [InlineData("""{"text":"a","items":[{"text":"b","files":["x"]},{"text":"c","files":null}]}""")]
    public void What_fits_the_schema_has_no_fault(string arguments) => Assert.Null(FaultOf(arguments));

    [Theory]
    [InlineData("""{"text":"a","volume":1}""", "volume", "text, files, wait, items")]
    [InlineData("""{}""", "text", "missing")]
    [InlineData("""{"text":null}""", "text", "missing")]
    [InlineData("""{"text":7}""", "text", "string")]
    [InlineData("""{"text":"a","files":"x"}""", "files", "array")]
    [InlineData("""{"text":"a","files":[1]}""", "files[0]", "string")]
    [InlineData("""{"text":"a","files":[null]}""", "files[0]", "string")]
    [InlineData("""{"text":"a","items":[{"text":"b"},{"files":["x"]}]}""", "items[1].text", "missing")]
    [InlineData("""{"text":"a","items":[{"text":"b","file":"x"}]}""", "items[0].file", "text, files")]
    [InlineData("""{"text":"a","items":[{"text":"b","files":[7]}]}""", "items[0].files[0]", "string")]
    [InlineData("""{"text":"a","items":["b"]}""", "items[0]", "object")]
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
