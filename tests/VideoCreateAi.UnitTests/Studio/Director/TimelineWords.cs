using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>A timeline as a line of facts, so that a test says "sea 0-4" and not thirty asserts.</summary>
internal static class TimelineWords
{
    public static string Of(VideoTimeline timeline) => string.Join(" | ", Facts(timeline));

    private static IEnumerable<string> Facts(VideoTimeline timeline)
    {
        yield return $"{timeline.Canvas.Width}x{timeline.Canvas.Height}" + (timeline.Canvas.FramesPerSecond == 30 ? "" : $"@{timeline.Canvas.FramesPerSecond}");
        yield return "total " + Number(timeline.Duration);
        yield return string.Join(", ", timeline.Shots().Select(Shot));
        if (timeline.FadeIn > TimeSpan.Zero)
        {
            yield return "fade-in " + Number(timeline.FadeIn);
        }

        if (timeline.FadeOut > TimeSpan.Zero)
        {
            yield return "fade-out " + Number(timeline.FadeOut);
        }

        foreach (var overlay in timeline.Overlays())
        {
            yield return $"over {overlay.Name} {overlay.Position} {Range(overlay.Range)}" + (overlay.Opacity == 1 ? "" : $" {overlay.Opacity * 100:0}%");
        }

        foreach (var (role, word) in new[] { (SoundRole.Music, "music"), (SoundRole.Voiceover, "voice"), (SoundRole.Effect, "effect") })
        {
            foreach (var sound in timeline.Sounds(role))
            {
                yield return $"{word} {(sound.Source is null ? sound.Mood ?? sound.Text : sound.Name)} {Range(sound.Range)} {sound.Volume * 100:0}%";
            }
        }

        foreach (var title in timeline.Texts(TextRole.Title).OrderBy(title => title.Range.Start))
        {
            yield return $"title {title.Text} {Range(title.Range)}" + (title.Position == TextPosition.Center ? "" : $" {title.Position}") + (title.Color is null ? "" : " " + title.Color)
                + (title.Size is { } size ? " size" + Number(size) : "");
        }

        foreach (var caption in timeline.Texts(TextRole.Caption))
        {
            yield return $"caption {caption.Text} {Range(caption.Range)}";
        }
    }

    private static string Shot(PictureSegment shot)
    {
        var words = new List<string> { shot.Kind == PictureKind.Scene ? $"[{shot.Prompt}]" : Path.GetFileNameWithoutExtension(shot.Name), Range(shot.Range) };
        Add(shot.Kind == PictureKind.Video && !(shot.In == TimeSpan.Zero && shot.Speed == 1 && shot.Out == shot.Range.Duration), $"({Number(shot.In)}-{Number(shot.Out)})");
        Add(shot.Speed != 1, Number(shot.Speed) + "x");
        Add(shot.Reverse, "reversed");
        Add(shot.Rotation != 0, $"rot{shot.Rotation}");
        Add(shot.Flip != Flip.None, $"flip {shot.Flip}");
        Add(shot.Fit is not (Fit.Auto or Fit.Cover), $"{shot.Fit}");
        Add(shot.Volume != 1, string.Create(CultureInfo.InvariantCulture, $"vol{shot.Volume * 100:0}"));
        Add(shot.Filter != "none", shot.Filter);
        Add(shot.Adjustment.Brightness != 0, shot.Adjustment.Brightness > 0 ? "brighter" : "darker");
        Add(shot.Adjustment.Contrast != 0, shot.Adjustment.Contrast > 0 ? "+contrast" : "-contrast");
        Add(shot.Adjustment.Saturation != 0, shot.Adjustment.Saturation > 0 ? "+saturation" : "-saturation");
        Add(shot.Position is not null, $"{shot.Position}");
        Add(shot.Transition is not null, $"<{shot.Transition?.Kind} {Number(shot.TransitionLength())}");
        return string.Join(' ', words);

        void Add(bool said, string word)
        {
            if (said)
            {
                words.Add(word);
            }
        }
    }

    private static string Range(TimeRange range) => $"{Number(range.Start)}-{Number(range.End)}";

    private static string Number(TimeSpan time) => Number(time.TotalSeconds);

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
