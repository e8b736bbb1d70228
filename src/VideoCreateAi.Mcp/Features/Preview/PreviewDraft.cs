using System.Text.Json;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features.Preview;

/// <summary>The timeline of another backend in the studio's words: what is shown when, as far as a summary tells it.</summary>
internal static class PreviewDraft
{
    /// <summary>Stands for a file that is not here: the studio draws a field with its name.</summary>
    private const string Absent = "absent";

    /// <summary>How the studio names a file of its own.</summary>
    private const string MediaScheme = "media:";

    private const int DefaultWidth = 1920;
    private const int DefaultHeight = 1080;
    private const int LargestSide = 4096;

    /// <param name="files">What the studio holds, by the segment that shows it.</param>
    public static JsonElement Of(TimelineSummary summary, IReadOnlyDictionary<TimelineSegment, UploadedFile> files)
    {
        var tracks = new List<DraftTrack>();
        foreach (var track in summary.Tracks.Where(track => track.SegmentCount > 0))
        {
            if (Kind(track.Kind) is not { } kind)
            {
                continue;
            }

            var isFirst = kind.Type == DraftTrack.Video && !tracks.Exists(other => other.Type == DraftTrack.Video);
            tracks.Add(new DraftTrack
            {
                Type = kind.Type,
                Metadata = new TrackMetadata { Role = kind.Type != DraftTrack.Video ? kind.Role : isFirst ? "main" : "overlay" },
                Segments = [.. track.Segments.Where(segment => segment.EndSeconds > segment.StartSeconds).Select(segment => Segment(segment, kind.Type, files))],
            });
        }

        var draft = new Draft
        {
            Metadata = new DraftMetadata { Width = Side(summary.Width, DefaultWidth), Height = Side(summary.Height, DefaultHeight), Fps = 30 },
            Tracks = tracks,
        };
        return JsonSerializer.SerializeToElement(draft, WireJson.Default.Draft);
    }

    private static DraftSegment Segment(TimelineSegment segment, int type, IReadOnlyDictionary<TimelineSegment, UploadedFile> files)
    {
        var isPicture = type == DraftTrack.Video;
        var file = files.GetValueOrDefault(segment);
        var isClip = isPicture && file?.FileType == "video";
        return new DraftSegment
        {
            Start = Milliseconds(segment.StartSeconds),
            Duration = Milliseconds(segment.EndSeconds) - Milliseconds(segment.StartSeconds),
            Metadata = new SegmentMetadata
            {
                Name = segment.Name.Length > 0 ? segment.Name : null,
                Source = !isPicture ? null : file?.CdnUrl is { } url && url.StartsWith(MediaScheme, StringComparison.Ordinal) ? url[MediaScheme.Length..] : Absent,
                Kind = !isPicture ? null : isClip ? "video" : "image",
                In = isClip ? 0 : null,
                Out = isClip && file?.Duration is { } seconds ? Milliseconds(seconds) : null,
                Text = type == DraftTrack.Text ? segment.Name : null,
                Position = type == DraftTrack.Text ? "center" : null,
            },
        };
    }

    private static (int Type, string Role)? Kind(string kind) => kind switch
    {
        DraftReader.Video or DraftReader.Overlay => (DraftTrack.Video, "main"),
        DraftReader.Music => (DraftTrack.Audio, "music"),
        DraftReader.Voice => (DraftTrack.Audio, "voiceover"),
        DraftReader.Sound => (DraftTrack.Audio, "effect"),
        DraftReader.Title => (DraftTrack.Text, "title"),
        DraftReader.Captions => (DraftTrack.Text, "caption"),
        _ => null,
    };

    private static int Side(int? pixels, int otherwise) => pixels is >= 64 and <= LargestSide ? pixels.Value & ~1 : otherwise;

    private static long Milliseconds(double seconds) => (long)Math.Round(Math.Clamp(seconds, 0, 86_000) * 1000);
}
