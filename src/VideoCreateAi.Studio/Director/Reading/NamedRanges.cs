namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>"s1 to s4", "day7 back to day3": numbered files, and all that lie between them.</summary>
internal static class NamedRanges
{
    public static IReadOnlyList<Term> Spread(IReadOnlyList<Term> read, IReadOnlyList<Asset> assets, bool hasTimeline)
    {
        var terms = read.ToList();
        NameCompany.Fold(terms);
        for (var at = 0; at + 2 < terms.Count; at++)
        {
            var link = terms[at + 1].Sense is Sense.Less or Sense.More or Sense.End or Sense.Word && at + 3 < terms.Count ? 2 : 1;
            var isRange = terms[at].Sense == Sense.Media && terms[at + link] is { Sense: Sense.To } or { Sense: Sense.Mark, Value: "-" or "~" or "…" } && terms[at + link + 1].Sense == Sense.Media;
            // "change s1 to s4", "move s1 to s4" name two files and no row.
            if (!isRange || (hasTimeline && Parts.Has(terms, at, Sense.Put, Sense.Replace, Sense.Swap, Sense.Make, Sense.Instead))
                || Between(terms[at].Value, terms[at + link + 1].Value, assets) is not { } between)
            {
                continue;
            }

            var first = terms[at];
            terms.RemoveRange(at + 1, link);
            terms.InsertRange(at + 1, between.Select(asset => first with { Value = asset.Id, Text = asset.Name }));
            at += between.Count + 1;
            if (Measures.At(terms, at - between.Count - 2)?.Sense is Sense.From or Sense.Between)
            {
                terms.RemoveAt(at - between.Count - 2);
            }
        }

        return terms;
    }

    private static List<Asset>? Between(string from, string to, IReadOnlyList<Asset> assets)
    {
        if (Numbered(from, assets) is not { } first || Numbered(to, assets) is not { } last || !first.Name.Equals(last.Name, StringComparison.OrdinalIgnoreCase) || first.Number == last.Number)
        {
            return null;
        }

        var family = assets.Select(asset => (Asset: asset, Named: Numbered(asset.Id, assets)))
            .Where(row => row.Named is { } named && named.Name.Equals(first.Name, StringComparison.OrdinalIgnoreCase)
                && named.Number > Math.Min(first.Number, last.Number) && named.Number < Math.Max(first.Number, last.Number));
        return [.. (first.Number < last.Number ? family.OrderBy(row => row.Named!.Value.Number) : family.OrderByDescending(row => row.Named!.Value.Number)).Select(row => row.Asset)];
    }

    private static (string Name, long Number)? Numbered(string id, IReadOnlyList<Asset> assets)
    {
        if (assets.FirstOrDefault(asset => asset.Id == id) is not { } asset)
        {
            return null;
        }

        var stem = Path.GetFileNameWithoutExtension(asset.Name);
        var name = stem.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return long.TryParse(stem.AsSpan(name.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? (name, number) : null;
    }
}
