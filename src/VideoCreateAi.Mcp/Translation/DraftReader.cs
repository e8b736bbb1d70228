using System.Globalization;
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

    private const double Most = 1e9;

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

    private static TimelineSummary Read(JsonElement draft)
    {
        var tracks = new List<TimelineTrack>();
        var longest = 0.0;
        foreach (var item in Items(draft, "t"))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                var track = ReadTrack(item, tracks.Count + 1, tracks);
                tracks.Add(track);
                longest = Math.Max(longest, track.EndSeconds);
            }
        }

        var about = Member(draft, "m");
        return new TimelineSummary
        {
            Tracks = tracks,
            DurationSeconds = Number(draft, "d") is { } total and > 0 ? total / 1000 : longest,
            Width = Whole(about, "width"),
            Height = Whole(about, "height"),
            Details = SegmentDetails.Of(about),
            Title = Text(about, "title") is { Length: > 0 } title ? title : null,
        };
    }

    private static TimelineTrack ReadTrack(JsonElement track, int index, List<TimelineTrack> before)
    {
        var about = Member(track, "m");
        var kind = KindOf(Number(track, "tt"), Text(about, "role"), before);
        var segments = new List<TimelineSegment>();
        double? volume = null;
        var next = 0.0;
        foreach (var item in Items(track, "sg"))
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var start = Number(item, "s") is { } s and >= 0 ? s / 1000 : next;
            var end = start + (Math.Max(0, Number(item, "d") ?? 0) / 1000);
            var details = Member(item, "m");
            volume ??= Number(details, "volume");
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
            VolumePercent = kind is Music or Voice or Sound && segments.Count > 0 ? Percent(volume ?? Number(about, "volume")) : null,
            Segments = segments,
        };
    }

    private static SegmentSource SourceOf(JsonElement details) => new(
        Text(details, "src"),
        Text(details, "kind") == "video",
        Math.Max(0, Number(details, "in") ?? 0) / 1000,
        Math.Max(0, Number(details, "out") ?? 0) / 1000,
        Number(details, "speed") is > 0 and var speed ? speed : 1);

    private static string KindOf(double? type, string role, List<TimelineTrack> before)
    {
        foreach (var (of, with, kind) in s_kinds)
        {
            if (type == of && (with.Length == 0 || with.Equals(role, StringComparison.OrdinalIgnoreCase)))
            {
                return kind == Video && role.Length == 0 && before.Any(track => track.Kind == Video) ? Overlay : kind;
            }
        }

        return Effect;
    }

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

    private static JsonElement Member(JsonElement of, string key)
        => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(key, out var value) ? value : default;

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string key)
        => Member(of, key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    private static string Text(JsonElement of, string key)
    {
        var value = Member(of, key);
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => UntrustedText.Name(value.GetString()),
                JsonValueKind.Number => UntrustedText.Name(value.GetRawText()),
                _ => string.Empty,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate ("\ud800") is JSON but no text.
            return string.Empty;
        }
    }

    private static double? Number(JsonElement of, string key)
    {
        var value = Member(of, key);
        double number;
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.TryGetDouble(out number) && double.IsFinite(number) ? Math.Clamp(number, -Most, Most) : null;
        }

        return double.TryParse(Text(of, key), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)
            ? Math.Clamp(number, -Most, Most)
            : null;
    }

    private static int? Whole(JsonElement of, string key) => Number(of, key) is { } number and > 0 ? (int)Math.Min(number, int.MaxValue) : null;
}
