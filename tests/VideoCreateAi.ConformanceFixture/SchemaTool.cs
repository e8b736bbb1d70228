using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.ConformanceFixture;

/// <summary>A tool that stands for its input schema, which must arrive as it is written here.</summary>
internal sealed class SchemaTool : McpServerTool
{
    private readonly string _answer;

    public SchemaTool(string name, string description, string schema, string answer)
    {
        _answer = answer;
        ProtocolTool = new Tool { Name = name, Description = description, InputSchema = JsonDocument.Parse(schema).RootElement.Clone() };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public static SchemaTool Create() => new(
        "json_schema_2020_12_tool",
        "Tool with JSON Schema 2020-12 features",
        """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "$defs": {
            "address": {
              "$anchor": "addressDef",
              "type": "object",
              "properties": { "street": { "type": "string" }, "city": { "type": "string" } }
            }
          },
          "properties": {
            "name": { "type": "string" },
            "address": { "$ref": "#/$defs/address" },
            "contactMethod": { "type": "string", "enum": ["phone", "email"] },
            "phone": { "type": "string" },
            "email": { "type": "string" }
          },
          "allOf": [{ "anyOf": [{ "required": ["phone"] }, { "required": ["email"] }] }],
          "if": { "properties": { "contactMethod": { "const": "phone" } }, "required": ["contactMethod"] },
          "then": { "required": ["phone"] },
          "else": { "required": ["email"] },
          "additionalProperties": false
        }
        """,
        "The schema is what counts.");

    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default) =>
        new(new CallToolResult { Content = [new TextContentBlock { Text = _answer }] });
}
