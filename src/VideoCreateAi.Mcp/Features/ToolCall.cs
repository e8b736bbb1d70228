using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>One call of a tool: its arguments by name, and a way to tell the client how it goes.</summary>
/// <remarks>The arguments were held against the tool's schema before: a value that is there has its kind.</remarks>
internal sealed class ToolCall(RequestContext<CallToolRequestParams> context)
{
    public RequestContext<CallToolRequestParams> Context => context;

    public IProgress<ProgressNotificationValue> Progress { get; } = new ClientProgress(context.Server, context.Params?.ProgressToken);

    public T Tool<T>()
        where T : notnull => context.Services!.GetRequiredService<T>();

    public string? Text(string name) => Value(name)?.GetString();

    public int? Whole(string name) => Value(name)?.GetInt32();

    public double? Number(string name) => Value(name)?.GetDouble();

    public bool? Flag(string name) => Value(name)?.GetBoolean();

    public string[]? Texts(string name) => Of(name, ToolJson.Default.StringArray);

    /// <summary>As JSON, for what is checked by whoever reads it.</summary>
    public JsonElement? Raw(string name) => Value(name);

    public T? Of<T>(string name, JsonTypeInfo<T> type)
        where T : class => Value(name)?.Deserialize(type);

    private JsonElement? Value(string name) =>
        context.Params?.Arguments is { } arguments && arguments.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
