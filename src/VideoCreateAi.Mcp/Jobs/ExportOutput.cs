using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>From the words of a tool call to the output of a render request.</summary>
internal static class ExportOutput
{
    // Players and platforms do not see less than this.
    private const double SameShape = 0.01;

    private static readonly Dictionary<string, (int Width, int Height)> s_aspects = new()
    {
        ["9:16"] = (1080, 1920),
        ["16:9"] = (1920, 1080),
        ["1:1"] = (1080, 1080),
        ["4:5"] = (1080, 1350),
    };

    private static readonly Dictionary<string, string> s_presets = new()
    {
        ["tiktok"] = "9:16",
        ["reels"] = "9:16",
        ["shorts"] = "9:16",
        ["youtube"] = "16:9",
        ["square"] = "1:1",
        ["4:5"] = "4:5",
    };

    public static IReadOnlyCollection<string> Aspects => s_aspects.Keys;

    public static IReadOnlyCollection<string> Presets => s_presets.Keys;

    public static RenderOutput Of(ExportRequest request, BackendKind backend, TimelineSummary timeline)
    {
        var output = new RenderOutput
        {
            Format = request.Format,
            Quality = request.Quality,
            Resolution = request.Resolution,
            FramesPerSecond = request.FramesPerSecond,
            AtMilliseconds = request.AtSeconds is { } at ? (long)Math.Round(at * 1000) : null,
        };
        if (backend == BackendKind.Studio)
        {
            var size = request.Aspect is { } aspect ? s_aspects[aspect] : ((int Width, int Height)?)null;
            return output with { Preset = request.Aspect is null ? request.Preset : null, Width = size?.Width, Height = size?.Height };
        }

        if (ExportFormats.KindOf(request.Format) is not ExportKind.Video)
        {
            throw NeedsStudio(request.Format);
        }

        return (request.Aspect ?? request.Preset) is { } wanted && !HasShape(timeline, wanted) ? throw NeedsEdit(wanted) : output;
    }

    private static bool HasShape(TimelineSummary timeline, string wanted)
    {
        var (width, height) = s_aspects[ShapeOf(wanted)];
        return timeline is { Width: > 0, Height: > 0 } && Math.Abs(((double)timeline.Width.Value / timeline.Height.Value * height / width) - 1) < SameShape;
    }

    private static string ShapeOf(string wanted) => s_presets.GetValueOrDefault(wanted, wanted);

    private static ToolRefusedException NeedsStudio(string format) => new(
        "format_needs_studio",
        $"This backend renders whole videos; {format} is made by the studio alone (VIDEOCREATEAI_BACKEND=studio). Export mp4 here and take the {(ExportFormats.KindOf(format) == ExportKind.Sound ? "sound" : "picture")} from it; srt and otio are written for every backend.");

    private static ToolRefusedException NeedsEdit(string wanted) => new(
        "aspect_needs_edit",
        $"This backend exports in the shape of its timeline, which is not {ShapeOf(wanted)}{(wanted == ShapeOf(wanted) ? "" : $" as {wanted} needs it")}. Call edit_video with that shape, such as \"make it {ShapeOf(wanted)}\", then export.");
}
