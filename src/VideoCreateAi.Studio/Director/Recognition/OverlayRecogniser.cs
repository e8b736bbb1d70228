using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What lies over the picture or beside it.</summary>
internal static class OverlayRecogniser
{
    private static readonly string[] s_logoNames = ["logo", "watermark", "badge", "brand", "emblem", "sticker", "icon",
        "标志", "標誌", "标识", "水印", "浮水印", "徽标", "商标", "图标", "ロゴ", "透かし", "로고", "워터마크", "лого", "водян", "شعار", "लोगो", "filigran"];

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
        var goesOn = wishes.Topic == Sense.Logo && media.Count == 0 && clause.Has(Sense.It) && clause.Has(Sense.Position, Sense.TextSize, Sense.Opacity)
            && !clause.Has(Sense.Title, Sense.Caption, Sense.Quote, Sense.Still, Sense.Clip, Sense.Rotate, Sense.Mirror);
        if (!isNamed && !inCorner && !isOver && !goesOn)
        {
            return;
        }

        var laid = goesOn && wishes.Input.Current?.Overlays() is [.., var last] ? last : null;
        var asset = laid is not null ? wishes.Input.Assets.FirstOrDefault(known => known.Id == laid.Source) : media.Count > 0 ? wishes.Asset(media[0].Term) : clause.Has(Sense.Logo) ? Logo(wishes) : Inset(wishes);
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without))
        {
            clause.TakeAll(Sense.Remove, Sense.No, Sense.Without, Sense.Logo, Sense.PictureInPicture);
            media.ForEach(row => clause.TakeAt(row.Index));
            wishes.Add(new RemoveOverlays(media.Count > 0 ? asset?.Id : null));
            return;
        }

        if (asset is null)
        {
            wishes.Note("Which file shall lie over the picture? I found no logo or watermark among the uploads: upload it (a PNG is best) or say its name.");
            clause.TakeAll(Sense.Logo, Sense.PictureInPicture, Sense.Add, Sense.Put, Sense.Position, Sense.Over, Sense.Percent, Sense.Opacity, Sense.TextSize, Sense.It, Sense.Make);
            return;
        }

        media.ForEach(row => clause.TakeAt(row.Index));
        var opacity = clause.Take(Sense.Percent)?.Number / 100;
        var position = Corner(clause.Take(Sense.Position)?.Value, laid?.Position);
        var size = clause.Take(Sense.TextSize)?.Number;
        wishes.Add(new Overlay(asset.Id, position, opacity, size, TimeReading.Take(clause, wishes)));
        clause.TakeAll(Sense.Logo, Sense.PictureInPicture, Sense.Add, Sense.Put, Sense.Over, Sense.Opacity, Sense.Keep, Sense.Make, Sense.It);
        wishes.Topic = Sense.Logo;
    }

    /// <summary>A file named so, or one that lies over the picture already, or the one PNG that is no shot yet. A photo of the row is never one.</summary>
    private static Asset? Logo(Wishes wishes)
    {
        var images = wishes.Input.Assets.Where(asset => asset.Kind == AssetKind.Image).ToList();
        var laid = (wishes.Input.Current?.Overlays() ?? []).Select(overlay => overlay.Source).ToHashSet();
        var drawn = images.Where(asset => asset.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase)).ToList();
        return images.Find(asset => s_logoNames.Any(name => asset.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
            ?? images.Find(asset => laid.Contains(asset.Id))
            ?? (drawn.Count == 1 && wishes.HasTimeline && ShotReference.Of(drawn[0].Id).Resolve(wishes.Input.Current!).Count == 0 ? drawn[0] : null);
    }

    /// <summary>"move it to the left": out of a corner it goes to the corner beside it.</summary>
    private static string? Corner(string? said, string? now) => (said, now?.Split('-')) switch
    {
        ("left" or "right", [var row, _]) => $"{row}-{said}",
        ("top" or "bottom", [_, var side]) => $"{said}-{side}",
        _ => said,
    };

    /// <summary>A picture whose name says that it is one, beside others that are shots.</summary>
    public static Asset? NamedLogo(Wishes wishes)
    {
        var showable = wishes.Input.Assets.Where(ShotBuilder.IsShowable).ToList();
        var logos = showable.Where(asset => asset.Kind == AssetKind.Image && s_logoNames.Any(name => asset.Name.Contains(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return logos.Count == 1 && showable.Count > 1 ? logos[0] : null;
    }

    private static Asset? Inset(Wishes wishes) => wishes.Input.Assets.LastOrDefault(asset => asset.Kind == AssetKind.Image);

    private static void Beside(Clause clause, Wishes wishes, List<(int Index, Term Term)> media)
    {
        var names = media.Count >= 2
            ? media.Take(2).Select(row => row.Term.Value).ToList()
            : wishes.Input.Assets.Where(asset => asset.Kind != AssetKind.Audio).Take(2).Select(asset => asset.Id).ToList();
        if (names.Count < 2)
        {
            return;
        }

        var stacked = clause.TakeAll(Sense.SplitScreen).Any(term => term.Value == "stacked" || term.Text.Contains("top", StringComparison.OrdinalIgnoreCase) || term.Text.Contains("stack", StringComparison.OrdinalIgnoreCase))
            || clause.OpenOf(Sense.Position).Any(row => row.Term.Value is "top" or "bottom");
        var firstSide = media.Count >= 2 ? clause.OpenOf(Sense.Position).FirstOrDefault(row => row.Index > media[0].Index).Term?.Value : null;
        media.ForEach(row => clause.TakeAt(row.Index));
        clause.TakeAll(Sense.Position, Sense.Put, Sense.Add, Sense.And, Sense.Make, Sense.Create);
        var turned = firstSide is "right" or "bottom";
        wishes.Add(new SideBySide(names[turned ? 1 : 0], names[turned ? 0 : 1], stacked));
    }
}
