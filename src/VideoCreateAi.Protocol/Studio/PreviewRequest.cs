using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>Asks for a picture of a timeline without a render: one frame, a strip of some, or a sheet of many with the tracks below.</summary>
public sealed record PreviewRequest
{
    /// <summary>The longest side that is drawn, in pixels.</summary>
    public const int LargestSide = 1024;

    public const int SmallestSide = 128;

    /// <summary>A sheet that is smaller shows nothing.</summary>
    public const int SmallestSheetSide = 512;

    public const int MostTiles = 36;

    /// <summary>Of the frames of one strip.</summary>
    public const int MostMoments = 24;

    public const int SmallestStripSide = 64;

    public const int LargestStripSide = 256;

    /// <summary>A strip of more frames has rows of this many.</summary>
    public const int StripColumns = 6;

    /// <summary>A day: longer than any timeline.</summary>
    public const long LatestMilliseconds = 86_400_000;

    /// <summary>Draws the frame at this time instead of a sheet.</summary>
    [JsonPropertyName("at_ms")]
    public long? AtMilliseconds { get; init; }

    /// <summary>Draws the frames at these ascending times, one beside the other and nothing around them, instead of a sheet.</summary>
    [JsonPropertyName("moments_ms")]
    public IReadOnlyList<long>? MomentsMilliseconds { get; set; }

    /// <summary>Pictures on the sheet; null = as many as the timeline asks for.</summary>
    [JsonPropertyName("tiles")]
    public int? Tiles { get; init; }

    /// <summary>The longer side of the picture; null = 512 for a frame, 1024 for a sheet. Of a strip that of each frame; null = 160.</summary>
    [JsonPropertyName("side")]
    public int? Side { get; init; }

    /// <summary>Another timeline than the project's current one.</summary>
    [JsonPropertyName("draft")]
    public JsonElement? Draft { get; init; }
}
