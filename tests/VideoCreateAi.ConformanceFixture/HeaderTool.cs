namespace VideoCreateAi.ConformanceFixture;

/// <summary>A tool with an argument that stands in a header too.</summary>
internal static class HeaderTool
{
    public static SchemaTool Create() => new(
        "test_header_argument",
        "Has an argument that clients repeat in a header.",
        """{ "type": "object", "properties": { "region": { "type": "string", "x-mcp-header": "Region" } } }""",
        "The header said the same.");
}
