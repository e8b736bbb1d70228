using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What lies over the picture or beside it.</summary>
internal static class OverlayRecogniser
{
    public static void Read(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).ToList();
        if (clause.Has(Sense.SplitScreen))
        {
            Beside(clause, wishes, media);
            return;
        }

        var isNamed = clause.Has(Sense.Logo, Sense.PictureInPicture);
        var inCorner = media.Count > 0 && clause.Peek(Sense.Position) is { } corner && corner.Value.Contains('-', StringComparison.Ordinal);
        var isOver = media.Count == 2 && clause.IndexOf(Sense.Over) > media[0].Index;
        if (!isNamed && !inCorner && !isOver)
        {
            return;
        }

        var asset = media.Count > 0 ? wishes.Asset(media[0].Term) : Logo(wishes);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Logo, Sense.PictureInPicture);
            media.ForEach(row => clause.TakeAt(row.Index));
            wishes.Add(new RemoveOverlays(media.Count > 0 ? asset?.Id : null));
            return;
        }

        if (asset is null)
        {
            return;
        }

        media.ForEach(row => clause.TakeAt(row.Index));
        var opacity = clause.Take(Sense.Percent)?.Number / 100;
        var position = clause.Take(Sense.Position)?.Value;
        var size = clause.Take(Sense.TextSize)?.Number;
        wishes.Add(new Overlay(asset.Id, position, opacity, size, TimeReading.Take(clause, wishes)));
        clause.TakeAll(Sense.Logo, Sense.PictureInPicture, Sense.Add, Sense.Put, Sense.Over, Sense.Opacity, Sense.Keep, Sense.Make);
        wishes.Topic = Sense.Logo;
    }

    private static Asset? Logo(Wishes wishes) =>
        wishes.Input.Assets.FirstOrDefault(asset => asset.Kind == AssetKind.Image
            && (asset.Name.Contains("logo", StringComparison.OrdinalIgnoreCase) || asset.Name.Contains("watermark", StringComparison.OrdinalIgnoreCase)))
        ?? wishes.Input.Assets.LastOrDefault(asset => asset.Kind == AssetKind.Image);

    private static void Beside(Clause clause, Wishes wishes, List<(int Index, Term Term)> media)
    {
        var names = media.Count >= 2
            ? media.Take(2).Select(row => row.Term.Value).ToList()
            : wishes.Input.Assets.Where(asset => asset.Kind != AssetKind.Audio).Take(2).Select(asset => asset.Id).ToList();
        if (names.Count < 2)
        {
            return;
        }

        var stacked = clause.TakeAll(Sense.SplitScreen).Any(term => term.Text.Contains("top", StringComparison.OrdinalIgnoreCase) || term.Text.Contains("stack", StringComparison.OrdinalIgnoreCase))
            || clause.OpenOf(Sense.Position).Any(row => row.Term.Value is "top" or "bottom");
        var firstSide = media.Count >= 2 ? clause.OpenOf(Sense.Position).FirstOrDefault(row => row.Index > media[0].Index).Term?.Value : null;
        media.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Position, Sense.Put, Sense.Add, Sense.And, Sense.Make, Sense.Create);
        var turned = firstSide is "right" or "bottom";
        wishes.Add(new SideBySide(names[turned ? 1 : 0], names[turned ? 0 : 1], stacked));
    }
}
