using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;

namespace VideoCreateAi.UnitTests.Mcp.Features;

/// <summary>Makes the schema files of the tools from the attributes of their classes.</summary>
internal static class ToolSchemas
{
    private static readonly JsonSerializerOptions s_json = Options();

    /// <summary>Wide enough for people: indented, quotes and umlauts as they are.</summary>
    private static readonly JsonSerializerOptions s_file = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n",
        TypeInfoResolver = McpJsonUtilities.DefaultOptions.TypeInfoResolver,
    };

    /// <summary>A file's text by the tool's name.</summary>
    public static IReadOnlyDictionary<string, string> Make() => typeof(DeclaredTool).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<McpServerToolTypeAttribute>() is not null)
        .Select(type => type.GetMethods().Single(method => method.GetCustomAttribute<McpServerToolAttribute>() is not null))
        .Select(method => (Method: method, Tool: McpServerTool.Create(method, static _ => new object(), new McpServerToolCreateOptions { SerializerOptions = s_json }).ProtocolTool))
        .ToDictionary(row => row.Tool.Name, row => FileOf(row.Method, row.Tool));

    private static string FileOf(MethodInfo method, Tool tool)
    {
        var declared = JsonSerializer.SerializeToNode(tool, (JsonTypeInfo<Tool>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(Tool)))!.AsObject();
        foreach (var parameter in method.GetParameters())
        {
            if (parameter.GetCustomAttribute<DeclaredAsAttribute>() is { } declaredAs)
            {
                var item = JsonNode.Parse(AIJsonUtilities.CreateJsonSchema(declaredAs.Item, serializerOptions: s_json).GetRawText())!.AsObject();
                item.Remove("$schema");
                item["additionalProperties"] = true;
                var argument = declared["inputSchema"]!["properties"]![parameter.Name!]!.AsObject();
                argument.Remove("default");
                argument["type"] = "array";
                argument["items"] = item;
            }
        }

        foreach (var never in method.GetCustomAttribute<NeverReportsAttribute>()?.Fields ?? [])
        {
            Assert.True(declared["outputSchema"]!["properties"]!.AsObject().Remove(never), $"{tool.Name} has no {never}.");
        }

        Shorten(declared["inputSchema"]!);
        Shorten(declared["outputSchema"]!);
        declared["inputSchema"]!["additionalProperties"] = false;
        return declared.ToJsonString(s_file) + "\n";
    }

    /// <summary>What may be left out is left out, never null: saying so at every property only costs the reader tokens.</summary>
    private static void Shorten(JsonNode schema)
    {
        if (schema is JsonObject node)
        {
            if (node["type"] is JsonArray kinds && kinds.Select(kind => kind!.GetValue<string>()).Where(kind => kind != "null").ToList() is [var only])
            {
                node["type"] = only;
            }

            if (node.TryGetPropertyValue("default", out var value) && value is null)
            {
                node.Remove("default");
            }
        }

        foreach (var child in schema switch
        {
            JsonObject properties => properties.Select(property => property.Value),
            JsonArray elements => elements,
            _ => [],
        })
        {
            if (child is not null)
            {
                Shorten(child);
            }
        }
    }

    private static JsonSerializerOptions Options()
    {
        var json = new JsonSerializerOptions(McpJsonUtilities.DefaultOptions);
        json.TypeInfoResolverChain.Insert(0, ToolJson.Default);

        // The output schemas are made with these options: their names must be those of the results.
        json.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        json.MakeReadOnly();
        return json;
    }
}
