using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features;

/// <summary>A timeline of clips, each from its beginning to its end, in the studio's words.</summary>
internal static class ClipDraft
{
    private const string MediaScheme = "media:";

    /// <param name="clips">As the studio told of them, with their seconds.</param>
    public static JsonElement Of(IReadOnlyList<(UploadedFile Clip, double Seconds)> clips)
    {
        List<DraftSegment> segments = [];
        var start = 0L;
        foreach (var (clip, seconds) in clips)
        {
            var length = (long)Math.Round(seconds * 1000);
            segments.Add(new DraftSegment
            {
                Start = start,
                Duration = length,
                Metadata = new SegmentMetadata
                {
                    Name = clip.FileName, Source = clip.CdnUrl?.Replace(MediaScheme, "", StringComparison.Ordinal), Kind = "video", In = 0, Out = length,
                },
            });
            start += length;
        }

        var draft = new Draft
        {
            Metadata = new DraftMetadata { Width = (clips[0].Clip.Width ?? 1920) & ~1, Height = (clips[0].Clip.Height ?? 1080) & ~1, Fps = 30 },
            Tracks = [new DraftTrack { Type = DraftTrack.Video, Metadata = new TrackMetadata { Role = "main" }, Segments = segments }],
        };
        return JsonSerializer.SerializeToElement(draft, WireJson.Default.Draft);
    }
}
