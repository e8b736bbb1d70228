using System.ComponentModel;
using System.Globalization;
using System.Text;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features.Timeline;

[McpServerToolType]
internal sealed class GetTimelineTool(ProjectSessions sessions, BackendClient backend, CurrentDraft current)
{
    /// <summary>Of tracks, of files, and of the segments of all tracks together. More is no overview and no answer that a
    /// model reads; the counts still count all.</summary>
    private const int MostItems = 200;

    [McpServerTool(
        Name = "get_timeline", Title = "Show the timeline", ReadOnly = true, Destructive = false, Idempotent = true, OpenWorld = true,
        UseStructuredContent = true, OutputSchemaType = typeof(TimelineReport))]
    [Description("""
        Shows what is on the timeline: tracks with their times and volumes, total length, size.
        Use it when the user asks what the video contains, how long it is or whether an edit worked. It changes nothing; to change it use edit_video.
        """)]
    public async Task<CallToolResult> GetTimelineAsync(
        CancellationToken cancellationToken,
        [Description("Also list every segment of every track: times, speed, motion, transitions, volume, filters, text position and colour. Default false.")] bool segments = false,
        [Description("Also list the project's files, uploaded and generated. Default false.")] bool media = false,
        [Description("The project to show. Left out: the one used last in this conversation.")] string? project_id = null)
    {
        var project = await sessions.FindAsync(project_id, cancellationToken);
        var state = await backend.GetStateAsync(project.SessionId, cancellationToken);
        var shown = await current.OfAsync(project, state, cancellationToken);
        var summary = TimelineSummary.Read(shown.Draft.Utf8.Span);
        var report = new TimelineReport
        {
            ProjectId = project.Id,
            Summary = summary.ToString(),
            RestoredStep = shown.Step,
            DurationSeconds = summary.DurationSeconds,
            Width = summary.Width,
            Height = summary.Height,
            ReadyForExport = summary.IsReadyForExport,
            Tracks = [.. Describe(summary.Tracks.Take(MostItems), segments)],
            Media = media
                ? [.. state.Media.Select(file => Describe(file, generated: false)).Concat(state.Generated.Select(file => Describe(file, generated: true))).Take(MostItems)]
                : null,
        };
        return ToolReply.Of(Text(report), report, ToolJson.Default.TimelineReport);
    }

    private static IEnumerable<TrackItem> Describe(IEnumerable<TimelineTrack> tracks, bool segments)
    {
        var left = MostItems;
        foreach (var track in tracks)
        {
            TimelineSegment[] shown = segments ? [.. track.Segments.Take(left)] : [];
            left -= shown.Length;
            yield return new TrackItem
            {
                Index = track.Index,
                Kind = track.Kind,
                Name = UntrustedText.Name(track.Name),
                StartSeconds = track.StartSeconds,
                EndSeconds = track.EndSeconds,
                VolumePercent = track.VolumePercent,
                SegmentCount = track.SegmentCount,
                Segments = segments
                    ? [.. shown.Select(segment => new SegmentItem(UntrustedText.Name(segment.Name), segment.StartSeconds, segment.EndSeconds, segment.Details))]
                    : null,
            };
        }
    }

    private static MediaItem Describe(UploadedFile file, bool generated) => new()
    {
        Name = UntrustedText.Name(file.FileName ?? "file"),
        Kind = UntrustedText.Name(file.FileType ?? "file"),
        Width = file.Width,
        Height = file.Height,
        DurationSeconds = file.Duration,
        Generated = generated,
    };

    private static string Details(SegmentItem segment) => segment.Details.Count > 0 ? $" ({string.Join(", ", segment.Details)})" : "";

    private static string Text(TimelineReport report)
    {
        var text = new StringBuilder(report.Summary).Append('\n');
        foreach (var track in report.Tracks.Where(track => track.Segments is { Count: > 0 }))
        {
            var more = track.SegmentCount - track.Segments!.Count;
            text.Append(CultureInfo.InvariantCulture, $"{track.Index}. {track.Kind}: ")
                .AppendJoin(", ", track.Segments.Select(segment => string.Create(
                    CultureInfo.InvariantCulture, $"{segment.Name} {segment.StartSeconds:0.##}-{segment.EndSeconds:0.##}s{Details(segment)}")))
                .Append(more > 0 ? string.Create(CultureInfo.InvariantCulture, $" … and {more} more\n") : "\n");
        }

        if (report.Media is { } media)
        {
            text.Append("Files: ").AppendJoin(", ", media.Select(item => $"{item.Name} ({item.Kind})")).Append('\n');
        }

        if (report.RestoredStep is { } step)
        {
            text.Append(CultureInfo.InvariantCulture, $"This is step {step}, which was restored for export_video; edit_video works on the editor's own newest timeline.\n");
        }

        var size = report is { Width: { } width, Height: { } height } ? $", {width}x{height}" : "";
        return text.Append(CultureInfo.InvariantCulture, $"Length {report.DurationSeconds:0.##} s{size}. project_id: {report.ProjectId}. ")
            .Append(report.ReadyForExport ? "Ready for export_video." : "Nothing to export yet; call create_video or edit_video.")
            .ToString();
    }
}
