using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>A draft that shows one text after the other, each for one frame, as a title and half a round later as a caption.</summary>
internal static class TitledDraft
{
    private const int FramesPerSecond = 10;

    public static readonly Canvas Canvas = new(320, 180, FramesPerSecond);

    /// <param name="spoken">Null = nothing is said.</param>
    public static VideoTimeline Of(IReadOnlyList<string> texts, string? spoken = null)
    {
        var draft = new Draft
        {
            Duration = texts.Count * 1000L / FramesPerSecond,
            Metadata = new DraftMetadata { Width = Canvas.Width, Height = Canvas.Height, Fps = FramesPerSecond, Background = "#ffffff" },
            Tracks =
            [
                Track("title", "center", texts),
                Track("caption", "bottom", [.. texts.Select((_, frame) => texts[CaptionOf(frame, texts.Count)])]),
                .. spoken is null ? Array.Empty<DraftTrack>() : [Voice(spoken, texts.Count * 1000L / FramesPerSecond)],
            ],
        };

        // As it comes from a client: bytes.
        var bytes = JsonSerializer.SerializeToUtf8Bytes(draft, WireJson.Default.Draft);
        return DraftCodec.ToTimeline(JsonSerializer.Deserialize(bytes, WireJson.Default.Draft)!);
    }

    /// <summary>Which of the texts a frame has as its caption.</summary>
    public static int CaptionOf(int frame, int count) => (frame + count / 2) % count;

    private static DraftTrack Voice(string text, long duration) => new()
    {
        Id = "voice",
        Type = DraftTrack.Audio,
        Metadata = new TrackMetadata { Role = "voiceover" },
        Segments = [new DraftSegment { Id = "voice-0", Duration = duration, Metadata = new SegmentMetadata { Text = text, Voice = "en" } }],
    };

    private static DraftTrack Track(string role, string position, IReadOnlyList<string> texts) => new()
    {
        Id = role,
        Type = DraftTrack.Text,
        Metadata = new TrackMetadata { Role = role },
        Segments = [.. texts.Select((text, frame) => new DraftSegment
        {
            Id = $"{role}-{frame}",
            Start = frame * 1000L / FramesPerSecond,
            Duration = 1000 / FramesPerSecond,
            Metadata = new SegmentMetadata { Text = text, Position = position },
        })],
    };
}
