using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Recognition;

/// <summary>What lies over the picture or beside it.</summary>
internal static class OverlayRecogniser
{
    private const double Translucent = 50;

    private static readonly string[] s_logoNames = ["logo", "watermark", "badge", "brand", "emblem", "sticker", "icon",
        "标志", "標誌", "标识", "水印", "浮水印", "徽标", "商标", "图标", "ロゴ", "透かし", "로고", "워터마크", "лого", "водян", "شعار", "लोगो", "filigran"];

    public static void Read(Clause clause, Wishes wishes)
    {
        var media = clause.OpenOf(Sense.Media).Where(row => wishes.IsPicture(row.Term)).ToList();
        if (ScreenSharing.Read(clause, wishes, media))
        {
            return;
        }

        var saysHow = media.Count > 1 || clause.Has(Sense.Position, Sense.Opacity, Sense.Percent, Sense.TextSize, Sense.Head, Sense.Tail, Sense.Stretch, Sense.Moment, Sense.Whole, Sense.ShotPlace)
            || clause.Does(Sense.Remove, Sense.No, Sense.Without);
        var there = saysHow ? media.FindIndex(row => IsLaid(wishes, row.Term.Value)) : -1;
        var isNamed = clause.Has(Sense.Logo, Sense.PictureInPicture);
        // "facecam small in the corner", with facecam.mp4 among the files
        var called = clause.Peek(Sense.PictureInPicture) is { } inset ? wishes.Input.Assets.FirstOrDefault(one => ShotBuilder.IsShowable(one) && Path.GetFileNameWithoutExtension(one.Name).Equals(inset.Text, StringComparison.OrdinalIgnoreCase)) : null;
        if (called is not null)
        {
            media.Clear();
        }

        var inCorner = media.Count > 0 && clause.Peek(Sense.Position) is { } corner && corner.Value.Contains('-', StringComparison.Ordinal) && !clause.Has(Sense.Quote, Sense.Title);
        var isOver = media.Count == 2 && clause.IndexOf(Sense.Over) > media[0].Index;
        if (!isNamed && !inCorner && !isOver && there < 0 && !GoesOn(clause, wishes, media))
        {
            return;
        }

        var at = there >= 0 ? there : Math.Max(0, media.FindIndex(row => IsOnTop(wishes, row.Term.Value)));
        var isShot = media.Count == 1 && GoesOn(clause, wishes, media);
        var asset = called ?? (media.Count > 0 && !isShot ? wishes.Asset(media[at].Term) : wishes.Topic == Sense.Logo && Last(wishes) is { } known ? known : clause.Peek(Sense.Logo) is { } word ? Logo(wishes, word.Text) : Inset(wishes));
        if (media.Count > 0 && !isShot)
        {
            // The other file is the shot that it lies over.
            clause.TakeAt(media[at].Index);
        }

        var laid = (wishes.Input.Current?.Overlays() ?? []).LastOrDefault(overlay => overlay.Source == asset?.Id);
        var isPartOnly = clause.Has(Sense.Head, Sense.Tail, Sense.Stretch) && laid is not null;
        if (clause.Does(Sense.Remove, Sense.No, Sense.Without) && !isPartOnly)
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

        var opacity = Opacity(clause);
        var position = Corner(clause.Take(Sense.Position)?.Value, laid?.Position);
        var size = clause.Take(Sense.TextSize)?.Number;
        var leaves = clause.Take(Sense.Remove, Sense.Without) is not null;
        var when = leaves && clause.Take(Sense.Head) is { } head ? WhenShown.Unsaid with { Start = head.Time, End = TimeSpan.FromDays(1) }
            : leaves && clause.Take(Sense.Tail) is { } tail ? WhenShown.Unsaid with { Start = laid?.Range.Start, BeforeEnd = tail.Time }
            : TimeReading.Take(clause, wishes);
        wishes.Add(new Overlay(asset.Id, position, opacity, size, when));
        clause.TakeAll(Sense.Logo, Sense.PictureInPicture, Sense.Add, Sense.Put, Sense.Over, Sense.Opacity, Sense.Keep, Sense.Make, Sense.It);
        wishes.Topic = Sense.Logo;
    }

    /// <summary>"put it at the left", "only for the last 8 seconds": no logo is named, but it was the topic.</summary>
    private static bool GoesOn(Clause clause, Wishes wishes, List<(int Index, Term Term)> media) => wishes.Topic == Sense.Logo
        && (media.Count == 0 || (media.Count == 1 && !IsOnTop(wishes, media[0].Term.Value) && clause.Has(Sense.Over, Sense.For) && clause.Has(Sense.It, Sense.Keep)))
        && (clause.Has(Sense.Opacity) || media.Count == 1 || IsOnlyHow(clause) || ((clause.Has(Sense.It, Sense.Keep) || (clause.Has(Sense.Put) && wishes.Operations is [.., Overlay])) && clause.Has(Sense.Position, Sense.TextSize, Sense.Percent, Sense.Head, Sense.Tail, Sense.Stretch, Sense.Moment, Sense.Whole)))
        && !clause.Has(Sense.Title, Sense.Caption, Sense.Quote, Sense.Still, Sense.Clip, Sense.Shot, Sense.Video, Sense.Rotate, Sense.Mirror, Sense.Music, Sense.MusicStyle, Sense.Sound, Sense.Volume, Sense.Cut, Sense.Louder, Sense.Quieter)
        && Last(wishes) is not null;

    /// <summary>"a bit smaller", 挪到右边: nothing but how large and where.</summary>
    private static bool IsOnlyHow(Clause clause) => clause.Has(Sense.TextSize, Sense.Position)
        && clause.Terms.All(term => term.Sense is Sense.TextSize or Sense.Position or Sense.Opacity or Sense.Put or Sense.Make or Sense.To or Sense.At or Sense.It or Sense.Then or Sense.And or Sense.More or Sense.Less or Sense.Mark or Sense.Word or Sense.Instead);

    /// <summary>"30 % opacity", "half transparent"</summary>
    private static double? Opacity(Clause clause)
    {
        var said = clause.TakeAll(Sense.Percent);
        var share = (said.FirstOrDefault(term => term.Text.Any(char.IsDigit)) ?? (said.Count > 0 ? said[0] : null))?.Number ?? (clause.Has(Sense.Opacity) && clause.Take(Sense.Half) is not null ? 50 : null);
        share ??= clause.Peek(Sense.Opacity) is { Value: "translucent" } ? Translucent : null;
        var isTransparency = clause.Peek(Sense.Opacity) is { Value: "transparency" };
        return (isTransparency ? 100 - share : share) / 100;
    }

    private static bool IsLaid(Wishes wishes, string id) => wishes.Operations.OfType<Overlay>().Any(overlay => overlay.Media == id)
        || (wishes.Input.Current?.Overlays().Any(overlay => overlay.Source == id && overlay.Position is not ("left" or "right" or "top" or "bottom")) == true
            && ShotReference.Of(id).Resolve(wishes.Input.Current).Count == 0);

    /// <summary>Of two files, the one that can only lie on top: a drawing, or a picture that is no shot.</summary>
    private static bool IsOnTop(Wishes wishes, string id) => wishes.Input.Assets.First(asset => asset.Id == id) is { Kind: AssetKind.Image } image
        && (s_logoNames.Any(name => image.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            || (wishes.HasTimeline ? ShotReference.Of(id).Resolve(wishes.Input.Current!).Count == 0 : image.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The file that this message or the one before laid over the picture.</summary>
    private static Asset? Last(Wishes wishes)
    {
        var id = wishes.Operations.OfType<Overlay>().LastOrDefault()?.Media ?? (wishes.Input.Current?.Overlays() is [.., var newest] ? newest.Source : null);
        return wishes.Input.Assets.FirstOrDefault(asset => asset.Id == id);
    }

    /// <summary>A file named so, or one that lies over the picture already, or the one PNG that is no shot yet. A photo of the row is never one.</summary>
    private static Asset? Logo(Wishes wishes, string word)
    {
        var images = wishes.Input.Assets.Where(asset => asset.Kind == AssetKind.Image).ToList();
        var laid = (wishes.Input.Current?.Overlays() ?? []).Select(overlay => overlay.Source).ToHashSet();
        var drawn = images.Where(asset => asset.Name.EndsWith(".png", StringComparison.OrdinalIgnoreCase)).ToList();
        return images.Find(asset => s_logoNames.Any(name => asset.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
            ?? images.Find(asset => asset.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
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
}
