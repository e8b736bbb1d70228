using System.Text.Json;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>Looks into a draft. Keys may be missing, null or of another type; track types may be unknown.</summary>
internal static class DraftReader
{
    public const string Video = "Video";
    public const string Overlay = "Overlay";
    public const string Music = "BGM";
    public const string Voice = "Voice";
    public const string Sound = "Sound";
    public const string Title = "Title";
    public const string Captions = "Captions";
    public const string Effect = "Effect";

    private static readonly (int Type, string Role, string Kind)[] s_kinds =
    [
        (0, "overlay", Overlay), (0, "", Video), (1, "voiceover", Voice), (1, "effect", Sound), (1, "", Music), (7, "caption", Captions), (7, "", Title),
    ];

    public static TimelineSummary Read(ReadOnlySpan<byte> draft)
    {
        if (draft.IsEmpty)
        {
            return TimelineSummary.Empty;
        }

        try
        {
            using var json = JsonDocument.Parse(draft.ToArray(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Read(json.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // No JSON, or a key that is no text: the reply says that nothing is on the timeline; the gateway has logged what it got.
            return TimelineSummary.Empty;
        }
    }

    /// <param name="role">Empty where the draft tells none.</param>
    /// <param name="hasVideo">A track before it is the video already.</param>
    public static string KindOf(double? type, string role, bool hasVideo)
    {
        foreach (var (of, with, kind) in s_kinds)
        {
            if (type == of && (with.Length == 0 || with.Equals(role, StringComparison.OrdinalIgnoreCase)))
            {
                return kind == Video && role.Length == 0 && hasVideo ? Overlay : kind;
            }
        }

        return Effect;
    }

    private static TimelineSummary Read(JsonElement draft)
    {
        var tracks = new List<TimelineTrack>();
        var longest = 0.0;
        foreach (var item in draft.Items("t"))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                var track = ReadTrack(item, tracks.Count + 1, tracks);
                tracks.Add(track);
                longest = Math.Max(longest, track.EndSeconds);
            }
        }

        var about = draft.Member("m");
        return new TimelineSummary
        {
            Tracks = tracks,
            DurationSeconds = draft.Number("d") is { } total and > 0 ? total / 1000 : longest,
            Width = about.Whole("width"),
            Height = about.Whole("height"),
            Details = SegmentDetails.Of(about),
            Title = Text(about, "title") is { Length: > 0 } title ? title : null,
        };
    }

    private static TimelineTrack ReadTrack(JsonElement track, int index, List<TimelineTrack> before)
    {
        var about = track.Member("m");
        var kind = KindOf(track.Number("tt"), Text(about, "role"), before.Any(track => track.Kind == Video));
        var segments = new List<TimelineSegment>();
        double? volume = null;
        var next = 0.0;
        foreach (var item in track.Items("sg"))
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var start = item.Number("s") is { } s and >= 0 ? s / 1000 : next;
            var end = start + (Math.Max(0, item.Number("d") ?? 0) / 1000);
            var details = item.Member("m");
            volume ??= details.Number("volume");
            segments.Add(new TimelineSegment(NameOf(details, item), start, end) 
            {
                Details = SegmentDetails.Of(details, withVolume: kind is not (Music or Voice or Sound)),
                Source = kind is Title or Captions ? null : SourceOf(details),
            });
            next = end;
        }

        return new TimelineTrack
        {
            Index = index,
            Kind = kind,
            Name = Name(about, kind, segments),
            StartSeconds = segments.Count == 0 ? 0 : segments.Min(segment => segment.StartSeconds),
            EndSeconds = segments.Count == 0 ? 0 : segments.Max(segment => segment.EndSeconds),
            VolumePercent = kind is Music or Voice or Sound && segments.Count > 0 ? Percent(volume ?? about.Number("volume")) : null,
            Segments = segments,
        };
    }

    private static SegmentSource SourceOf(JsonElement details) => new(
        Text(details, "src"),
        Text(details, "kind") == "video",
        Math.Max(0, details.Number("in") ?? 0) / 1000,
        Math.Max(0, details.Number("out") ?? 0) / 1000,
        details.Number("speed") is > 0 and var speed ? speed : 1);

    private static string Name(JsonElement about, string kind, List<TimelineSegment> segments)
    {
        var first = segments.FirstOrDefault(segment => segment.Name.Length > 0)?.Name ?? string.Empty;
        if (kind is Title && first.Length > 0)
        {
            return first;
        }

        var name = Text(about, "name");
        name = name.Length > 0 ? name : first;
        name = name.Length > 0 ? name : "untitled";
        var others = segments.Count - 1;
        return others > 0 && kind is Video or Captions ? $"{name} + {others} more" : name;
    }

    private static string NameOf(JsonElement details, JsonElement segment)
    {
        ReadOnlySpan<string> keys = ["text", "name", "prompt", "mood", "src"];
        foreach (var key in keys)
        {
            if (Text(details, key) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return Text(segment, "name");
    }

    private static int? Percent(double? volume) => volume is { } value ? (int)Math.Round(Math.Clamp(value, 0, 100) * 100) : 100;

    private static string Text(JsonElement of, string key) => UntrustedText.Name(of.RawText(key));
}
