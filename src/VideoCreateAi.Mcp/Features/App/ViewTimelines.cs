using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features.App;

/// <summary>Reads a project for the view.</summary>
internal sealed class ViewTimelines(BackendClient backend, CurrentDraft current, ProjectHistory history, OperationsForm form)
{
    private const int MostTracks = 24;

    // Of all tracks together. With names and details, where a letter may take six bytes, they stay below what a host takes of data.
    private const int MostSegments = 240;
    private const int LongestName = 36;
    private const int MostDetails = 3;
    private const int SeenLength = 16;

    public async Task<ViewTimeline> ReadAsync(Project project, CancellationToken cancellationToken)
    {
        // One that was begun and not used yet has nothing anywhere.
        var state = project.SessionId.Length == 0 ? new ProjectSnapshot() : await backend.GetStateAsync(project.SessionId, cancellationToken);
        var shown = await current.OfAsync(project, state, cancellationToken);
        var summary = TimelineSummary.Read(shown.Draft.Utf8.Span);
        var locked = LockOf(shown);
        var steps = await history.CountAsync(project.Id, cancellationToken);
        return new ViewTimeline
        {
            ProjectId = project.Id,
            Name = UntrustedText.Name(summary.DisplayTitle ?? project.Name, LongestName),
            Seen = SeenOf(shown.Draft),
            DurationSeconds = summary.DurationSeconds,
            Width = summary.Width,
            Height = summary.Height,
            CanEdit = locked is null,
            Locked = locked,
            CanUndo = locked is null && steps > 0,
            CanExport = summary.IsReadyForExport && !form.IsReadOnly,
            CanPlay = summary.IsReadyForExport && backend.Backend.Kind == BackendKind.Studio,
            Tracks = [.. Tracks(summary, state.Media)],
        };
    }

    /// <summary>What the view showed when the user took hold of it.</summary>
    public static string SeenOf(RawDraft draft) => draft.Digest[..SeenLength];

    private string? LockOf(ShownDraft shown) => form switch
    {
        { IsReadOnly: true } => "This server only reads, so nothing can be changed here.",
        { IsOffered: false } => "This backend takes words only: ask for changes in the chat.",
        _ when shown.Step is { } step => $"Step {step} of the history is shown. Ask for changes in the chat.",
        _ => null,
    };

    private static IEnumerable<ViewTrack> Tracks(TimelineSummary summary, IReadOnlyList<UploadedFile> media)
    {
        var left = MostSegments;
        var main = summary.Tracks.FirstOrDefault(track => track.Kind == DraftReader.Video);
        foreach (var track in summary.Tracks.Where(track => track.SegmentCount > 0).Take(MostTracks))
        {
            var shown = track.Segments.Take(left).ToList();
            left -= shown.Count;
            yield return new ViewTrack
            {
                Kind = track.Kind,
                VolumePercent = track.VolumePercent,
                SegmentCount = track.SegmentCount,
                Main = track == main ? true : null,
                Segments = [.. shown.Select(segment => Describe(segment, isShot: track == main, media))],
            };
        }
    }

    private static ViewSegment Describe(TimelineSegment segment, bool isShot, IReadOnlyList<UploadedFile> media)
    {
        var clip = isShot && segment.Source is { IsClip: true } source ? source : null;
        return new ViewSegment
        {
            Name = UntrustedText.Name(segment.Name, LongestName),
            Start = Rounded(segment.StartSeconds),
            End = Rounded(segment.EndSeconds),
            Shows = !isShot ? null : clip is null ? "image" : "clip",
            In = clip is null ? null : Rounded(clip.InSeconds),
            Out = clip is { OutSeconds: > 0 } ? Rounded(clip.OutSeconds) : null,
            Speed = clip is null || clip.Speed == 1 ? null : clip.Speed,
            Length = clip is { File.Length: > 0 } ? FileOf(clip.File, media)?.Duration : null,
            Details = segment.Details.Count > 0 ? [.. segment.Details.Take(MostDetails)] : null,
        };
    }

    private static UploadedFile? FileOf(string source, IReadOnlyList<UploadedFile> media) =>
        media.FirstOrDefault(file => file.CdnUrl is { } url && (url == source || url == $"media:{source}"));

    private static double Rounded(double seconds) => Math.Round(seconds, 3);
}
