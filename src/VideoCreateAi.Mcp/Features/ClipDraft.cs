using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Features;

/// <summary>A timeline of one clip from its beginning to its end, in the studio's words.</summary>
internal static class ClipDraft
{
    private const string MediaScheme = "media:";

    /// <param name="clip">As the studio told of it.</param>
    public static JsonElement Of(UploadedFile clip, double seconds)
    {
        var length = (long)Math.Round(seconds * 1000);
        var draft = new Draft
        {
            Metadata = new DraftMetadata { Width = (clip.Width ?? 1920) & ~1, Height = (clip.Height ?? 1080) & ~1, Fps = 30 },
            Tracks =
            [
                new DraftTrack
                {
                    Type = DraftTrack.Video,
                    Metadata = new TrackMetadata { Role = "main" },
                    Segments =
                    [
                        new DraftSegment
                        {
                            Duration = length,
                            Metadata = new SegmentMetadata
                            {
                                Name = clip.FileName, Source = clip.CdnUrl?.Replace(MediaScheme, "", StringComparison.Ordinal), Kind = "video", In = 0, Out = length,
                            },
                        },
                    ],
                },
            ],
        };
        return JsonSerializer.SerializeToElement(draft, WireJson.Default.Draft);
    }
}
