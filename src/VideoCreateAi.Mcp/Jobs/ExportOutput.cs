using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>From the words of a tool call to the output of a render request.</summary>
internal static class ExportOutput
{
    private static readonly Dictionary<string, (int Width, int Height)> s_aspects = new()
    {
        ["9:16"] = (1080, 1920),
        ["16:9"] = (1920, 1080),
        ["1:1"] = (1080, 1080),
        ["4:5"] = (1080, 1350),
    };

    public static IReadOnlyCollection<string> Aspects => s_aspects.Keys;

    public static RenderOutput Of(ExportRequest request, BackendKind backend)
    {
        if (backend != BackendKind.Studio && (request.Aspect ?? request.Preset) is not null)
        {
            throw new ToolRefusedException(
                "aspect_needs_edit", "This backend exports in the shape of its timeline. Call edit_video with the shape you want, such as \"make it vertical 9:16\", then export.");
        }

        var size = request.Aspect is { } aspect ? s_aspects[aspect] : ((int Width, int Height)?)null;
        return new RenderOutput
        {
            Format = request.Format,
            Quality = request.Quality,
            Resolution = request.Resolution,
            FramesPerSecond = request.FramesPerSecond,
            Preset = request.Aspect is null ? request.Preset : null,
            Width = size?.Width,
            Height = size?.Height,
        };
    }
}
