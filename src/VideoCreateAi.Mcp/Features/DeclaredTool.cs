using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>A tool as the file in <c>Features/Schemas</c> that bears its name declares it. The files are made from the attributes
/// of the tool classes by a test: reflecting on thirteen methods at every start would cost more than all else a start does.</summary>
/// <param name="answer">Passes the arguments on to the tool's class.</param>
internal sealed class DeclaredTool(string name, Func<ToolCall, CancellationToken, Task<CallToolResult>> answer) : McpServerTool
{
    private readonly Lazy<Tool> _declaration = new(() => Read(name));

    public string Name => name;

    public override Tool ProtocolTool => _declaration.Value;

    public override IReadOnlyList<object> Metadata => [];

    /// <summary>The same with a further entry in what is told to hosts.</summary>
    public DeclaredTool With(string key, JsonNode value)
    {
        ProtocolTool.Meta ??= [];
        ProtocolTool.Meta[key] = value;
        return this;
    }

    public override async ValueTask<CallToolResult> InvokeAsync(
        RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default) =>
        await answer(new ToolCall(request), cancellationToken);

    private static Tool Read(string name)
    {
        var resource = $"Features.Schemas.{name}.json";
        using var file = typeof(DeclaredTool).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        return JsonSerializer.Deserialize(file, (JsonTypeInfo<Tool>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(Tool)))!;
    }
}
