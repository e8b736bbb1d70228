using System.Globalization;
using System.Text.Json;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>What is special about a piece of a track, in short words: everything that the draft sets beside name and time.
/// Unknown keys say nothing; keys of another type neither.</summary>
internal static class SegmentDetails
{
    // One row a key, in the order in which they are told. A row that has nothing to say gives null.
    private static readonly (string Key, Func<JsonElement, string?> Say)[] s_rows =
    [
        ("speed", value => Number(value) is { } speed && speed != 1 ? $"{Short(speed)}x" : null),
        ("reverse", value => value.ValueKind == JsonValueKind.True ? "reversed" : null),
        ("rotate", value => Number(value) is { } degrees && degrees != 0 ? $"rotated {Short(degrees)}°" : null),
        ("flip", value => Word(value) is { } axis ? $"flipped {axis}" : null),
        ("fit", value => Word(value) is { } fit and not "cover" ? $"fit {fit}" : null),
        ("motion", Word),
        ("filter", value => Word(value) is { } filter ? $"{filter} filter" : null),
        ("opacity", value => Number(value) is { } opacity && opacity != 1 ? $"opacity {Percent(opacity)}" : null),
        ("volume", value => Number(value) is { } volume && volume != 1 ? volume == 0 ? "muted" : $"volume {Percent(volume)}" : null),
        ("fade_in", value => Number(value) is > 0 and var ms ? $"fade in {Short(ms / 1000)}s" : null),
        ("fade_out", value => Number(value) is > 0 and var ms ? $"fade out {Short(ms / 1000)}s" : null),
        ("duck", value => value.ValueKind == JsonValueKind.True ? "ducked" : null),
        ("mood", Word),
        ("position", Word),
        ("color", Word),
        ("size", value => Number(value) is { } size ? $"size {Percent(size)}" : null),
        ("animation", value => Word(value) is { } animation ? $"{animation} animation" : null),
        ("style", value => Word(value) is { } style and not "plain" ? style : null),
        ("adjust", Adjust),
        ("transition", Transition),
    ];

    /// <param name="withVolume">False where the track tells its volume itself.</param>
    public static IReadOnlyList<string> Of(JsonElement metadata, bool withVolume = true)
    {
        if (metadata.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        List<string> details = [];
        if (SourceRange(metadata) is { } range)
        {
            details.Add(range);
        }

        foreach (var (key, say) in s_rows)
        {
            if ((withVolume || key != "volume") && metadata.TryGetProperty(key, out var value) && say(value) is { } words)
            {
                details.Add(words);
            }
        }

        return details;
    }

    private static string? SourceRange(JsonElement metadata) =>
        metadata.TryGetProperty("in", out var from) && Number(from) is { } start
        && metadata.TryGetProperty("out", out var to) && Number(to) is { } end && end > start
            ? $"{Short(start / 1000)}-{Short(end / 1000)}s of the file"
            : null;

    private static string? Adjust(JsonElement adjust)
    {
        if (adjust.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var set = adjust.EnumerateObject().Where(pair => Number(pair.Value) is { } value && value != 0)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{UntrustedText.Name(pair.Name)} {Number(pair.Value):+0.##;-0.##}"));
        return string.Join(", ", set) is { Length: > 0 } words ? words : null;
    }

    private static string? Transition(JsonElement transition) =>
        transition.ValueKind == JsonValueKind.Object && transition.TryGetProperty("kind", out var kind) && Word(kind) is { } word
            ? transition.TryGetProperty("d", out var length) && Number(length) is { } ms ? $"{word} {Short(ms / 1000)}s" : word
            : null;

    private static string? Word(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && UntrustedText.Name(value.GetString()) is { Length: > 0 } word and not "none"
            ? word.Replace('_', ' ')
            : null;

    private static double? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private static string Percent(double fraction) => $"{Short(Math.Round(fraction * 1000) / 10)}%";

    private static string Short(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
