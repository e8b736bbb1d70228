using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>Lays a picture or clip in a corner over the main track; one that lies there already is changed.</summary>
internal sealed record Overlay(string Media, string? Position, double? Opacity, double? SizeFactor, WhenShown When) : EditOperation
{
    private const double Margin = 0.04;
    private const double UsualWidth = 0.22;

    /// <summary>Shots over which it does not lie.</summary>
    public IReadOnlyList<ShotReference> Except { get; init; } = [];

    public override IEnumerable<string> MediaElsewhere => [Media];

    public override void Apply(EditDesk desk)
    {
        if (desk.Find(Media) is not { } asset || !ShotBuilder.IsShowable(asset))
        {
            return;
        }

        // It was a shot of its own only because nobody had said what it was for.
        var asShot = ShotReference.Of(Media).Resolve(desk.Timeline);
        var timeline = asShot.Count > 0 && asShot.Count < desk.Timeline.Shots().Count ? desk.Timeline.Removing([.. asShot]) : desk.Timeline;
        var there = timeline.Overlays().FirstOrDefault(overlay => overlay.Source == Media);
        if (timeline.Shots().Count == 0)
        {
            desk.CannotDo($"There is no picture under {asset.Name}.");
            return;
        }

        var range = When.IsSaid || there is null ? When.In(timeline, usual: null) : there.Range;
        range = Spared(range, timeline, desk);
        var position = Position ?? there?.Position ?? (asset.Kind == AssetKind.Video ? "bottom-right" : "top-right");
        var overlay = (there ?? ShotBuilder.Shot(asset, timeline.Canvas, 0) with { Motion = Motion.None, Fit = Fit.Contain }) with
        {
            Range = range,
            Position = position,
            Placement = Place(asset, timeline.Canvas, position, (there?.Placement is { } now && !IsHalf(there) ? now.Width / Width(asset, timeline.Canvas) : 1) * (SizeFactor ?? 1)),
            Opacity = Opacity ?? there?.Opacity ?? 1,
        };
        if (!overlay.IsElastic())
        {
            var length = overlay.Range.Duration < asset.Duration ? overlay.Range.Duration : asset.Duration.Rounded();
            overlay = overlay.ShowingSource(TimeSpan.Zero, length) with { Range = new TimeRange(range.Start, length) };
        }

        var changed = there is null ? timeline.Overlaying(overlay) : timeline.ChangingOverlays(old => old.Id == there.Id ? overlay : old);
        var how = (SizeFactor is null ? "" : SizeFactor < 1 ? ", smaller" : ", larger") + (Opacity is { } opacity ? $", {Words.Percent(opacity)} opaque" : "");
        desk.Change(changed, $"{asset.Name} {position.Replace('-', ' ')} ({Words.Range(overlay.Range)}{how})");
    }

    /// <summary>The longest time in which none of the shots is seen that are to be left free.</summary>
    private TimeRange Spared(TimeRange range, VideoTimeline timeline, EditDesk desk)
    {
        var free = new List<TimeRange> { range };
        foreach (var taken in Except.SelectMany(shot => shot.Resolve(timeline)).Select(index => timeline.Shots()[index].SlotRange()))
        {
            free = [.. free.SelectMany(part => Without(part, taken))];
        }

        if (free.Count > 1)
        {
            desk.Mention($"It lies there from {Words.Range(free.MaxBy(part => part.Duration))}, the longest time without those shots.");
        }

        return free.Count == 0 ? range : free.MaxBy(part => part.Duration);

        static IEnumerable<TimeRange> Without(TimeRange part, TimeRange taken)
        {
            if (taken.Start > part.Start)
            {
                yield return TimeRange.Between(part.Start, taken.Start < part.End ? taken.Start : part.End);
            }

            if (taken.End < part.End)
            {
                yield return TimeRange.Between(taken.End > part.Start ? taken.End : part.Start, part.End);
            }
        }
    }

    /// <summary>It shared the screen with another.</summary>
    private static bool IsHalf(PictureSegment shot) => shot.Position is "left" or "right" or "top" or "bottom" && shot.Placement is { Width: 1 } or { Height: 1 };

    private static double Width(Asset asset, Canvas canvas) => (asset.Kind == AssetKind.Video ? 0.3 : UsualWidth) * (canvas.AspectRatio < 1 ? 1.4 : 1);

    private static FractionRect Place(Asset asset, Canvas canvas, string position, double factor)
    {
        var shape = asset is { Width: > 0, Height: > 0 } ? (double)asset.Width / asset.Height : 1;
        var width = Math.Clamp(Width(asset, canvas) * factor, 0.05, 0.9);
        var height = width * canvas.AspectRatio / shape;
        if (height > 0.4)
        {
            (width, height) = (width * 0.4 / height, 0.4);
        }

        var x = position.EndsWith("left", StringComparison.Ordinal) ? Margin : position.EndsWith("right", StringComparison.Ordinal) ? 1 - Margin - width : (1 - width) / 2;
        var y = position.StartsWith("top", StringComparison.Ordinal) ? Margin : position.StartsWith("bottom", StringComparison.Ordinal) ? 1 - Margin - height : (1 - height) / 2;
        return new FractionRect(Math.Round(x, 4), Math.Round(y, 4), Math.Round(width, 4), Math.Round(height, 4));
    }
}
