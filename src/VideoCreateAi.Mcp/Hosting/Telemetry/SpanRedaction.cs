using System.Collections.Frozen;
using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace VideoCreateAi.Mcp.Hosting.Telemetry;

/// <summary>Takes out of spans what may hold a user's words, a path or a key: of tags only known ones stay, of faults only their kind.</summary>
internal sealed partial class SpanRedaction : BaseProcessor<Activity>
{
    private const string OurTags = "videocreateai.";
    private const string Schemas = "Features.Schemas.";

    private const string ToolTag = "gen_ai.tool.name";
    private const string MethodTag = "mcp.method.name";

    // A caller may ask for a tool by any words.
    private static readonly FrozenSet<string> s_tools = typeof(SpanRedaction).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Schemas, StringComparison.Ordinal)).Select(name => name[Schemas.Length..].Split('.')[0]).ToFrozenSet();

    /// <summary>The MCP library's tags whose values are few and not the user's. Of a metric no value can be taken away, only the tag.</summary>
    public static string[] KnownOfMetrics { get; } =
        [MethodTag, "mcp.protocol.version", "gen_ai.operation.name", "network.transport", "network.protocol.name", "rpc.response.status_code", "error.type"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (!name.StartsWith(OurTags, StringComparison.Ordinal) && !IsTool(name, value) && !(KnownOfMetrics.Contains(name) && IsWord(value)))
            {
                data.SetTag(name, null);
            }
        }

        if (data.GetTagItem(MethodTag) is string method)
        {
            data.DisplayName = data.GetTagItem(ToolTag) is string tool ? $"{method} {tool}" : method;
        }

        if (data.Status != ActivityStatusCode.Unset)
        {
            data.SetStatus(data.Status);
        }

        // A client may write into it what it likes.
        data.TraceStateString = null;
    }

    private static bool IsTool(string name, object? value) => name == ToolTag && value is string tool && s_tools.Contains(tool);

    // Names of methods, revisions and kinds of faults.
    private static bool IsWord(object? value) => value is not string text || Word().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_./-]{1,64}$")]
    private static partial Regex Word();
}
