using System.Globalization;
using System.Text.Json.Nodes;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>What a user did by hand: one of a few edits, as the exact edit that edit_video takes, and as the history calls it.</summary>
internal sealed record ViewEdit(string Operations, string Words)
{
    private const double ShortestShot = 0.1;

    /// <param name="shot">Number of a shot, from 1; of an undo none.</param>
    /// <param name="to">Where a moved shot then stands, from 1.</param>
    /// <param name="start">Second of a clip's file at which it begins.</param>
    /// <param name="end">Second of a clip's file at which it ends.</param>
    /// <param name="seconds">How long a still is shown.</param>
    public static ViewEdit Of(string action, int? shot, int? to, double? start, double? end, double? seconds) => action switch
    {
        "undo" => new(List(new JsonObject { ["op"] = "undo" }), "By hand: undo"),
        "remove" => new(List(Op("remove", shot)), $"By hand: shot {shot} removed"),
        "move" when to is >= 1 => new(List(With(Op("move", shot), "to", to.Value.ToString(CultureInfo.InvariantCulture))), $"By hand: shot {shot} moved to place {to}"),
        "trim" when start >= 0 && end - start >= ShortestShot => new(
            List(With(With(Op("trim", shot), "start", start.Value), "end", end!.Value)),
            string.Create(CultureInfo.InvariantCulture, $"By hand: shot {shot} trimmed to {start:0.##}-{end:0.##} s of its file")),
        "length" when seconds >= ShortestShot => new(
            List(With(Op("length", shot), "seconds", seconds.Value)), string.Create(CultureInfo.InvariantCulture, $"By hand: shot {shot} now {seconds:0.##} s")),
        _ => throw Refused("That edit is not complete, so nothing was changed."),
    };

    private static JsonObject Op(string name, int? shot) => shot is >= 1
        ? new JsonObject { ["op"] = name, ["target"] = shot.Value.ToString(CultureInfo.InvariantCulture) }
        : throw Refused("That edit names no shot, so nothing was changed.");

    private static JsonObject With(JsonObject operation, string key, JsonNode value)
    {
        operation[key] = value;
        return operation;
    }

    private static string List(JsonObject operation) => new JsonArray(operation).ToJsonString();

    private static ToolRefusedException Refused(string words) => new("invalid_argument", words);
}
