using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Features.Preview;

[McpServerToolType]
internal sealed class PreviewVideoTool(ProjectSessions sessions, Previews previews, CurrentDraft current, PreviewClips clips, ClipFiles files)
{
    private const string Clip = "clip";

    // Clients give calls up after a minute.
    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(45);

    [McpServerTool(
        Name = "preview_video", Title = "Look at the video", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(PreviewReport))]
    [Description("""
        Shows the video as a picture: a contact sheet of its shots with times and tracks, or one frame. No credits.
        Use it after an edit to see whether it looks right. For times and settings use get_timeline, for the file export_video.
        """)]
    public async Task<CallToolResult> PreviewVideoAsync(
        CancellationToken cancellationToken,
        [Description("One frame at this second.")] double? at_seconds = null,
        [Description("Frames on the sheet, 1 to 36. Default: every shot.")] int? tiles = null,
        [Description("Longest side in pixels: of a frame 128 to 1024 (512), of a sheet 512 to 1024 (1024).")] int? side = null,
        [Description("clip: a small 480p video instead.")] string? kind = null,
        [Description("The project to show. Left out: the one used last in this conversation.")] string? project_id = null)
    {
        if (kind is not null)
        {
            return await ClipAsync(kind, atSeconds: at_seconds is not null || tiles is not null || side is not null, project_id, cancellationToken);
        }

        var request = RequestOf(at_seconds, tiles, side);
        var project = await sessions.FindAsync(project_id, cancellationToken);
        var drawn = await previews.DrawAsync(project, request, cancellationToken);
        var report = Report(project.Id, request, drawn);
        return ToolReply.Of(Text(report, drawn.Timeline), report, ToolJson.Default.PreviewReport).Showing(drawn.Image);
    }

    private async Task<CallToolResult> ClipAsync(string kind, bool atSeconds, string? projectId, CancellationToken cancellationToken)
    {
        if (kind is not Clip || atSeconds)
        {
            throw new ToolRefusedException("invalid_argument", "kind can only be clip, and a clip has neither at_seconds nor tiles nor side.");
        }

        var project = await sessions.FindAsync(projectId, cancellationToken);
        var draft = (await current.ReadAsync(project, cancellationToken)).Draft;
        var clip = await clips.MakeAsync(project, draft, s_wait, cancellationToken);
        var report = new PreviewReport
        {
            ProjectId = project.Id,
            Kind = Clip,
            TimesSeconds = [],
            DurationSeconds = clip.DurationSeconds,
            Width = clip.Width,
            Height = clip.Height,
            Bytes = clip.Video?.Length ?? 0,
            Path = clip.Video is { } video ? await files.SaveAsync(project, draft, video, cancellationToken) : null,
            Remark = clip.Video is null ? string.Create(CultureInfo.InvariantCulture, $"The clip is at {clip.Percent:0} %. Call again with the same arguments to wait for it.") : null,
        };
        var text = report.Path is null
            ? $"{report.Remark}\nproject_id: {report.ProjectId}"
            : string.Create(CultureInfo.InvariantCulture, $"A clip of the whole video to look at: {report.Path} ({report.DurationSeconds:0.0##} s, {report.Width}x{report.Height}, {report.Bytes / 1000.0:0} kB). export_video makes the real file.\nproject_id: {report.ProjectId}");
        return ToolReply.Of(text, report, ToolJson.Default.PreviewReport);
    }

    private static PreviewReport Report(string projectId, PreviewRequest request, DrawnPreview drawn) => drawn.Image is not { } image
        ? new PreviewReport { ProjectId = projectId, Kind = "none", TimesSeconds = [], Remark = drawn.Remark }
        : new PreviewReport
        {
            ProjectId = projectId,
            Kind = request.AtMilliseconds is null ? "sheet" : "frame",
            TimesSeconds = [.. image.TimesMilliseconds.Select(time => time / 1000.0)],
            DurationSeconds = image.DurationMilliseconds / 1000.0,
            Shots = image.Shots,
            ShotsShown = image.ShotsShown,
            Width = image.Width,
            Height = image.Height,
            Bytes = image.Jpeg.Length,
            Missing = image.Missing.Count > 0 ? [.. image.Missing.Select(name => UntrustedText.Name(name))] : null,
            Remark = drawn.Remark,
        };

    private static PreviewRequest RequestOf(double? atSeconds, int? tiles, int? side)
    {
        if (atSeconds is not null && tiles is not null)
        {
            throw new ToolRefusedException("invalid_argument", "Give at_seconds for one frame or tiles for a sheet, not both.");
        }

        if (atSeconds is { } at && !(at >= 0 && at <= PreviewRequest.LatestMilliseconds / 1000.0))
        {
            throw new ToolRefusedException("invalid_argument", "at_seconds must be a time on the timeline, 0 or more.");
        }

        RequireWithin("tiles", tiles, 1, PreviewRequest.MostTiles);
        RequireWithin("side", side, atSeconds is null ? PreviewRequest.SmallestSheetSide : PreviewRequest.SmallestSide, PreviewRequest.LargestSide);
        return new PreviewRequest
        {
            AtMilliseconds = atSeconds is { } seconds ? (long)Math.Round(seconds * 1000) : null,
            Tiles = tiles,
            Side = side,
        };
    }

    private static void RequireWithin(string argument, int? value, int least, int most)
    {
        if (value is { } number && (number < least || number > most))
        {
            throw new ToolRefusedException(
                "invalid_argument", string.Create(CultureInfo.InvariantCulture, $"{argument} is {number}; it must be {least} to {most}."));
        }
    }

    private static string Text(PreviewReport report, string? timeline)
    {
        var text = new StringBuilder();
        if (report.Kind == "none")
        {
            return text.Append(CultureInfo.InvariantCulture, $"{report.Remark}\n{timeline}\nproject_id: {report.ProjectId}").ToString();
        }

        if (report.Kind == "frame")
        {
            text.Append(CultureInfo.InvariantCulture, $"The frame at {report.TimesSeconds[0]:0.0##} s of {report.DurationSeconds:0.0##} s");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"{report.TimesSeconds.Count} frames of {report.DurationSeconds:0.0##} s");
            text.Append(CultureInfo.InvariantCulture, $" ({report.ShotsShown} of {report.Shots} shots), the tracks below them");
        }

        text.Append(CultureInfo.InvariantCulture, $". {report.Width}x{report.Height}, {report.Bytes / 1000.0:0} kB.\n");
        if (report.Missing is { } missing)
        {
            text.Append(CultureInfo.InvariantCulture, $"Not readable, so shown as grey fields: {string.Join(", ", missing)}.\n");
        }

        if (report.Remark is { } remark)
        {
            text.Append(remark).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"project_id: {report.ProjectId}\nedit_video changes what is wrong; export_video saves the video.");
        return text.ToString();
    }
}
