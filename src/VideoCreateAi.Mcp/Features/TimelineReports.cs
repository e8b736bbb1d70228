using System.Globalization;
using System.Text;
using VideoCreateAi.Mcp.Features.Timeline;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features;

/// <summary>A project's timeline as data and in words, the same for whoever shows it.</summary>
internal sealed class TimelineReports(BackendClient backend, CurrentDraft current)
{
    /// <summary>Of tracks, of files, and of the segments of all tracks together. More is no overview and no answer that a
    /// model reads; the counts still count all.</summary>
    private const int MostItems = 200;

    /// <param name="segments">Also the pieces of every track.</param>
    /// <param name="media">Also the project's files.</param>
    public async Task<TimelineReport> ReadAsync(Project project, bool segments, bool media, CancellationToken cancellationToken)
    {
        // One that was begun and not used yet has nothing anywhere.
        var state = project.SessionId.Length == 0 ? new ProjectSnapshot() : await backend.GetStateAsync(project.SessionId, cancellationToken);
        var shown = await current.OfAsync(project, state, cancellationToken);
        var summary = TimelineSummary.Read(shown.Draft.Utf8.Span);
        return new TimelineReport
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
    }

    public static string Text(TimelineReport report)
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
}
