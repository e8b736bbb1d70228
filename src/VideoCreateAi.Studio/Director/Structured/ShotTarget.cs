using System.Globalization;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>Names shots and places in the row, as exact edits write them.</summary>
internal static class ShotTarget
{
    private const int MostShots = 1000;

    /// <returns>Empty when it names none.</returns>
    public static IReadOnlyList<ShotReference> Read(string text, IReadOnlyList<Asset> assets)
    {
        // A file name may hold a comma or a dash, so it is looked for first.
        if (One(text.Trim(), assets) is { } whole)
        {
            return [whole];
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries).Select(part => One(part, assets)).ToList();
        return parts.Contains(null) ? [] : [.. parts.OfType<ShotReference>()];
    }

    public static Destination? ReadPlace(string text, IReadOnlyList<Asset> assets)
    {
        var words = text.Trim();
        return words switch
        {
            "start" => Destination.Start,
            "end" => Destination.End,
            _ when Number(words) is { } number => new Destination(number),
            _ when words.StartsWith("before ", StringComparison.Ordinal) && One(words["before ".Length..].Trim(), assets) is { } shot => new Destination(0, Before: shot),
            _ when words.StartsWith("after ", StringComparison.Ordinal) && One(words["after ".Length..].Trim(), assets) is { } shot => new Destination(0, After: shot),
            _ => null,
        };
    }

    private static ShotReference? One(string text, IReadOnlyList<Asset> assets) => text switch
    {
        "all" => ShotReference.All,
        "images" => new ShotReference((string?)null, Kind: PictureKind.Image),
        "clips" => new ShotReference((string?)null, Kind: PictureKind.Video),
        "first" => ShotReference.Nth(1),
        "last" => ShotReference.Nth(-1),
        _ when Number(text) is { } number => ShotReference.Nth(number),
        _ when text.Split('-') is [var from, var to] && Number(from) is { } first && Number(to) is { } last && last >= first => new ShotReference(null, first, last - first + 1),
        _ => assets.FirstOrDefault(asset => ShotBuilder.IsShowable(asset) && asset.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } asset ? ShotReference.Of(asset.Id) : null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostShots ? number : null;
}
