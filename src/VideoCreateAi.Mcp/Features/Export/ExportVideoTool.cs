using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features.Export;

[McpServerToolType]
internal sealed class ExportVideoTool(JobReplies replies)
{
    [McpServerTool(
        Name = "export_video", Title = "Export the video", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(JobReport))]
    [NeverReports("uploaded", "reply", "changes", "suggestions")]
    [Description("""
        Renders the timeline and saves the file in the output folder; answers with path, length, size and resolution. Free of credits.
        Use it when the user wants a file. It never overwrites, and an unchanged export is not rendered twice. To change the video first use edit_video.
        """)]
    public Task<CallToolResult> ExportVideoAsync(
        RequestContext<CallToolRequestParams> call,
        CancellationToken cancellationToken,
        [Description("mp4 (default), mov, webm, gif; sound: mp3, wav; a frame: jpg, png; captions: srt; other editors: otio.")] string? format = null,
        [Description("Short side: 480p, 720p, 1080p, 1440p or 4k. Default: the timeline's.")] string? resolution = null,
        [Description("Shape: 9:16, 16:9, 1:1, 4:5; pictures framed anew. Default: the timeline's.")] string? aspect = null,
        [Description("Platforms instead of aspect: tiktok, reels, shorts, youtube, square, 4:5. Several: a file each.")] string[]? presets = null,
        [Description("draft (fast look), fast, good (default), best (smaller, slower).")] string? quality = null,
        [Description("Frames per second, 1 to 60. Default: the timeline's.")] int? fps = null,
        [Description("Moment of a jpg or png. Default: a good one.")] double? at_seconds = null,
        [Description("File name without folder and extension. Default: the title. Presets add their own.")] string? name = null,
        [Description("The project to export. Left out: the one used last in this conversation.")] string? project_id = null,
        [Description(JobRequest.KeyDescription)] string? idempotency_key = null,
        [Description(Wait.Description)] int? wait_seconds = null)
    {
        if (aspect is not null && presets is { Length: > 0 })
        {
            throw new ToolRefusedException("invalid_argument", "Give aspect or presets, not both: each sets the shape of the file.");
        }

        var export = new ExportRequest
        {
            Name = name,
            Format = OneOf("format", format, ExportFormats.All, "unsupported_format") ?? "mp4",
            Quality = OneOf("quality", quality, ExportFormats.Qualities) ?? "high",
            Resolution = OneOf("resolution", resolution is not null && resolution.All(char.IsAsciiDigit) ? resolution + "p" : resolution, ExportFormats.Resolutions),
            Aspect = OneOf("aspect", aspect, [.. ExportOutput.Aspects]),
            FramesPerSecond = fps is null or (>= 1 and <= 60)
                ? fps
                : throw new ToolRefusedException("invalid_argument", $"fps is {fps}; it must be 1 to 60."),
            AtSeconds = at_seconds is null or (>= 0 and <= 86_400)
                ? at_seconds
                : throw new ToolRefusedException("invalid_argument", $"at_seconds is {at_seconds}; it must be 0 to 86400."),
        };
        if (export != export.Fitting() || (presets is { Length: > 0 } && !ExportFormats.HasShape(export.Format)))
        {
            throw new ToolRefusedException(
                "invalid_argument",
                $"The format {export.Format} takes {(ExportFormats.HasShape(export.Format) ? $"no {(export.AtSeconds is null ? "fps" : "at_seconds")}" : "no shape, size, fps or moment")}. Leave that out, or choose another format.");
        }


        string[] platforms = [.. (presets ?? []).Select(preset => OneOf("presets", preset, ExportFormats.Presets)!)];

        return replies.AnswerAsync(
            Wait.Of(wait_seconds),
            call,
            () => new JobRequest("export_video", project_id, new JobPlan { Export = export }, JobUploads.None, idempotency_key) { NeedsProject = true }.ForPlatforms(platforms),
            cancellationToken);
    }

    private static string? OneOf(string argument, string? value, IReadOnlyList<string> allowed, string code = "invalid_argument") =>
        value is null
            ? null
            : allowed.FirstOrDefault(word => word.Equals(value.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new ToolRefusedException(code, $"{argument} cannot be '{UntrustedText.Name(value, 40)}'. Choose one of {string.Join(", ", allowed)}.");
}
