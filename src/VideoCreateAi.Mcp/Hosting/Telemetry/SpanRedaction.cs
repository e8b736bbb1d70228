using System.Diagnostics;
using System.Text.RegularExpressions;
using OpenTelemetry;

namespace VideoCreateAi.Mcp.Hosting.Telemetry;

/// <summary>Takes out of spans what may hold a user's words, a path or a key: of tags only known ones stay, of faults only their kind.</summary>
internal sealed partial class SpanRedaction : BaseProcessor<Activity>
{
    private const string OurTags = "videocreateai.";

    /// <summary>The MCP library's tags whose values are few and not the user's.</summary>
    public static string[] Known { get; } =
        ["mcp.method.name", "mcp.protocol.version", "gen_ai.tool.name", "gen_ai.operation.name", "network.transport", "network.protocol.name", "rpc.response.status_code", "error.type"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, value) in data.TagObjects.ToArray())
        {
            if (!name.StartsWith(OurTags, StringComparison.Ordinal) && !(Known.Contains(name) && IsWord(value)))
            {
                data.SetTag(name, null);
            }
        }

        if (!IsWord(data.DisplayName))
        {
            data.DisplayName = data.GetTagItem("mcp.method.name") as string ?? "call";
        }

        if (data.Status != ActivityStatusCode.Unset)
        {
            data.SetStatus(data.Status);
        }

        // A client may write into it what it likes.
        data.TraceStateString = null;
    }

    // Names of methods, tools, revisions and kinds of faults.
    private static bool IsWord(object? value) => value is not string text || Word().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9_./-]{1,64}( [a-z_]{1,40})?$")]
    private static partial Regex Word();
}
