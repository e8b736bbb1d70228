using System.Text.Json;

namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>A draft with all that other programs want to know of it: every piece with its times and the part of a file that it shows.
/// Nothing that a draft can hold makes the reading fail.</summary>
internal sealed record CutSheet
{
    public const int UsualFramesPerSecond = 30;

    private const int MostFramesPerSecond = 120;

    public string Title { get; init; } = "";

    public int FramesPerSecond { get; init; } = UsualFramesPerSecond;

    public IReadOnlyList<CutTrack> Tracks { get; init; } = [];

    /// <summary>The draft's own words about the whole.</summary>
    public JsonElement Details { get; init; }

    public static CutSheet Read(ReadOnlySpan<byte> draft)
    {
        try
        {
            using var json = JsonDocument.Parse(draft.ToArray(), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Read(json.RootElement.Clone());
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new CutSheet();
        }
    }

    private static CutSheet Read(JsonElement draft)
    {
        List<CutTrack> tracks = [];
        foreach (var item in draft.Items("t"))
        {
            var about = item.Member("m");
            var kind = DraftReader.KindOf(item.Number("tt"), about.RawText("role"), tracks.Exists(track => track.Kind == DraftReader.Video));
            tracks.Add(new CutTrack(kind, about.RawText("name"), about.RawText("role").Length > 0, [.. Pieces(item)]));
        }

        var whole = draft.Member("m");
        return new CutSheet
        {
            Title = whole.RawText("title"),
            FramesPerSecond = Math.Min(whole.Whole("fps") ?? UsualFramesPerSecond, MostFramesPerSecond),
            Tracks = tracks,
            Details = whole,
        };
    }

    /// <summary>In order of their beginning.</summary>
    private static List<CutPiece> Pieces(JsonElement track)
    {
        List<CutPiece> pieces = [];
        foreach (var item in track.Items("sg"))
        {
            var start = item.Number("s") is { } s and >= 0 ? s : pieces.LastOrDefault()?.End ?? 0;
            if (item.Number("d") is { } length and > 0)
            {
                pieces.Add(new CutPiece(start, length, item.Member("m")));
            }
        }

        return [.. pieces.OrderBy(piece => piece.Start)];
    }
}
