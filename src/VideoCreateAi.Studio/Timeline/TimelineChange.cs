using System.Globalization;

namespace VideoCreateAi.Studio.Timeline;

/// <summary>What differs between two timelines, in words for the history.</summary>
internal static class TimelineChange
{
    public static IReadOnlyList<string> Between(VideoTimeline? before, VideoTimeline? after)
    {
        var old = before ?? new VideoTimeline();
        var now = after ?? new VideoTimeline();
        return
        [
            .. Canvas(old, now),
            .. Shots(old.Shots(), now.Shots()),
            .. Total(old, now),
            .. Listed(old.Overlays(), now.Overlays(), overlay => overlay.Id, overlay => $"overlay {overlay.Name}"),
            .. Sounds(old, now),
            .. Listed(old.Texts(TextRole.Title), now.Texts(TextRole.Title), text => text.Id, text => $"title \"{text.Text}\" ({Range(text.Range)})", (a, b) => Same(a, b)),
            .. Captions(old.Texts(TextRole.Caption), now.Texts(TextRole.Caption)),
            .. Fades(old, now),
        ];
    }

    private static IEnumerable<string> Canvas(VideoTimeline old, VideoTimeline now)
    {
        if (old.Canvas != now.Canvas)
        {
            yield return $"canvas {Name(old.Canvas)} → {Name(now.Canvas)}";
        }

        if (old.Background != now.Background)
        {
            yield return $"background {old.Background} → {now.Background}";
        }
    }

    private static IEnumerable<string> Shots(IReadOnlyList<PictureSegment> old, IReadOnlyList<PictureSegment> now)
    {
        foreach (var name in now.Select(shot => shot.Name).Distinct().Where(name => Count(now, name) > Count(old, name)))
        {
            yield return $"{name} added";
        }

        foreach (var name in old.Select(shot => shot.Name).Distinct().Where(name => Count(now, name) < Count(old, name)))
        {
            yield return $"{name} removed";
        }

        var sameShots = old.Count == now.Count && old.Select(shot => shot.Id).Order(StringComparer.Ordinal).SequenceEqual(now.Select(shot => shot.Id).Order(StringComparer.Ordinal));
        if (sameShots && !old.Select(shot => shot.Id).SequenceEqual(now.Select(shot => shot.Id)))
        {
            yield return "order: " + string.Join(", ", now.Select(shot => shot.Name).Take(12));
        }

        foreach (var shot in now)
        {
            if (old.FirstOrDefault(other => other.Id == shot.Id) is { } before && ShotWords(before, shot) is { Count: > 0 } words)
            {
                yield return $"{shot.Name}: {string.Join(", ", words)}";
            }
        }
    }

    private static List<string> ShotWords(PictureSegment old, PictureSegment now)
    {
        var words = new List<string>();
        Compare(Seconds(old.Slot()), Seconds(now.Slot()), "length");
        Compare(old.In == now.In && old.Out == now.Out ? "" : Range(TimeRange.Between(old.In, old.Out)), old.In == now.In && old.Out == now.Out ? "" : Range(TimeRange.Between(now.In, now.Out)), "source");
        Compare(Number(old.Speed), Number(now.Speed), "speed");
        Compare(Percent(old.Volume), Percent(now.Volume), "volume");
        Compare(old.Filter, now.Filter, "filter");
        Compare(old.Fit, now.Fit, "framing");
        Compare(old.Motion, now.Motion, "motion");
        Compare(old.Rotation, now.Rotation, "rotation");
        Compare(old.Flip, now.Flip, "mirrored");
        Compare(old.Reverse, now.Reverse, "backwards");
        Compare(old.Adjustment, now.Adjustment, "picture adjusted", values: false);
        Compare((old.Placement, old.Position, old.Crop, old.Opacity), (now.Placement, now.Position, now.Crop, now.Opacity), "placed anew", values: false);
        Compare(old.Transition?.Kind ?? "none", now.Transition?.Kind ?? "none", "transition");
        if (old.Transition?.Kind == now.Transition?.Kind)
        {
            Compare(Seconds(old.TransitionLength()), Seconds(now.TransitionLength()), "transition");
        }

        return words;

        void Compare<T>(T a, T b, string what, bool values = true)
        {
            if (!EqualityComparer<T>.Default.Equals(a, b))
            {
                words.Add(values ? string.Create(CultureInfo.InvariantCulture, $"{what} {a} → {b}") : what);
            }
        }
    }

    private static IEnumerable<string> Total(VideoTimeline old, VideoTimeline now)
    {
        if (old.ProgrammeEnd() != now.ProgrammeEnd())
        {
            yield return $"length {Seconds(old.ProgrammeEnd())} → {Seconds(now.ProgrammeEnd())}";
        }
    }

    private static IEnumerable<string> Sounds(VideoTimeline old, VideoTimeline now)
    {
        foreach (var (role, word) in new[] { (SoundRole.Music, "music"), (SoundRole.Voiceover, "voiceover"), (SoundRole.Effect, "sound") })
        {
            var before = old.Sounds(role);
            foreach (var sound in now.Sounds(role))
            {
                if (before.FirstOrDefault(other => other.Id == sound.Id) is not { } same)
                {
                    yield return $"{word} {sound.Name} ({Percent(sound.Volume)}) added";
                }
                else if (same.Volume != sound.Volume)
                {
                    yield return $"{word} volume {Percent(same.Volume)} → {Percent(sound.Volume)}";
                }
                else if (same.Name != sound.Name)
                {
                    yield return $"{word} {same.Name} → {sound.Name}";
                }
                else if (same with { Range = sound.Range } != sound || same.Range.Start != sound.Range.Start)
                {
                    yield return $"{word} changed";
                }
                else if (same.Range != sound.Range && old.ProgrammeEnd() == now.ProgrammeEnd())
                {
                    yield return $"{word} {Range(sound.Range)}";
                }
            }

            foreach (var sound in before.Where(sound => now.Sounds(role).All(other => other.Id != sound.Id)))
            {
                yield return $"{word} {sound.Name} removed";
            }
        }
    }

    private static IEnumerable<string> Captions(IReadOnlyList<TextSegment> old, IReadOnlyList<TextSegment> now)
    {
        if (old.Count != now.Count || !old.Zip(now).All(pair => Same(pair.First, pair.Second)))
        {
            yield return now.Count == 0 ? "captions removed" : old.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"{now.Count} captions added") : "captions changed";
        }
    }

    private static IEnumerable<string> Fades(VideoTimeline old, VideoTimeline now)
    {
        if (old.FadeIn != now.FadeIn)
        {
            yield return $"fade in {Seconds(now.FadeIn)}";
        }

        if (old.FadeOut != now.FadeOut)
        {
            yield return $"fade out {Seconds(now.FadeOut)}";
        }
    }

    private static IEnumerable<string> Listed<T>(
        IReadOnlyList<T> old, IReadOnlyList<T> now, Func<T, string> id, Func<T, string> words, Func<T, T, bool>? same = null)
        where T : class
    {
        foreach (var item in now)
        {
            if (old.FirstOrDefault(other => id(other) == id(item)) is not { } before)
            {
                yield return words(item) + " added";
            }
            else if (same is null ? !before.Equals(item) : !same(before, item))
            {
                yield return words(item) == words(before) ? words(item) + " changed" : $"{words(before)} → {words(item)}";
            }
        }

        foreach (var item in old.Where(item => now.All(other => id(other) != id(item))))
        {
            yield return words(item) + " removed";
        }
    }

    // A record compares its word list by reference.
    private static bool Same(TextSegment a, TextSegment b) => a with { Words = [] } == b with { Words = [] } && a.Words.SequenceEqual(b.Words);

    private static int Count(IReadOnlyList<PictureSegment> shots, string name) => shots.Count(shot => shot.Name == name);

    private static string Name(Canvas canvas) => string.Create(CultureInfo.InvariantCulture, $"{canvas.Width}×{canvas.Height}@{canvas.FramesPerSecond}");

    private static string Seconds(TimeSpan time) => Number(time.TotalSeconds) + "s";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double share) => Number(share * 100) + " %";

    private static string Range(TimeRange range) => $"{Number(range.Start.TotalSeconds)}-{Number(range.End.TotalSeconds)}s";
}
