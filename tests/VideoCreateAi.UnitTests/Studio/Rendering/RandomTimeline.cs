using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

/// <summary>Timelines of up to six seconds that nobody thought of: the same seed gives the same one.</summary>
internal sealed class RandomTimeline(int seed, IReadOnlyList<string> stills, IReadOnlyList<string> clips)
{
    private static readonly string[] s_transitions = ["crossfade", "fade", "wipe", "slide", "zoom"];
    private static readonly string[] s_words = ["Sea", "A longer line of words", "2 for 1", "日本", "مرحبا", "Ñandú 🎬"];

    private readonly Random _random = new(seed);

    public VideoTimeline Make()
    {
        var canvas = new Canvas(144, 256, Pick(24, 25, 30));
        var timeline = new VideoTimeline { Canvas = canvas, FadeIn = Maybe(0.3, 0.4), FadeOut = Maybe(0.3, 0.5), Background = Pick("#000000", "#204060") };
        var count = _random.Next(1, 5);
        timeline = timeline.WithShots(Enumerable.Range(0, count).Select(_ => Shot(6.0 / count)));
        foreach (var cut in timeline.AllCuts().Where(_ => _random.Next(2) == 0).ToList())
        {
            timeline = timeline.WithTransitions([cut], new Transition(Pick(s_transitions), Milliseconds(0.1, 0.8)), exact: true);
        }

        if (_random.Next(3) == 0)
        {
            timeline = timeline.Overlaying(Overlay(timeline));
        }

        return timeline with { TextTracks = [.. Enumerable.Range(0, _random.Next(3)).Select(track => Titles(timeline, track))] };
    }

    /// <summary>The same timeline after something was changed.</summary>
    public VideoTimeline Edit(VideoTimeline timeline)
    {
        var shots = timeline.Shots();
        var which = _random.Next(shots.Count);
        return _random.Next(6) switch
        {
            0 when timeline.TextTracks.Count > 0 => timeline with
            {
                TextTracks = [.. timeline.TextTracks.Select(track => track with { Segments = [.. track.Segments.Select(text => text with { Text = "Changed" })] })],
            },
            1 when shots.Count > 1 => timeline.WithShots(shots.Where((_, index) => index != which)),
            2 when shots.Count > 1 => timeline.WithShots([.. shots.Skip(1), shots[0]]),
            3 => timeline.WithShots(shots.Select((shot, index) => index == which ? shot.AtSpeed(Pick(0.8, 1.25, 2.0)) : shot)),
            4 => timeline.WithTransitions(timeline.AllCuts(), new Transition(Pick(s_transitions), Milliseconds(0.1, 0.5)), exact: true),
            _ => timeline.WithShots(shots.Select((shot, index) => index == which ? shot with { Filter = "warm", Motion = Motion.PanRight } : shot)),
        };
    }

    private PictureSegment Shot(double most)
    {
        var looks = new PictureSegment
        {
            Id = "", Range = new TimeRange(TimeSpan.Zero, Milliseconds(0.15, most)), Fit = Pick(Fit.Cover, Fit.Contain, Fit.Blur), Filter = Pick("none", "none", "bw"),
            Rotation = Pick(0, 0, 0, 90), Flip = Pick(Flip.None, Flip.None, Flip.Horizontal), Opacity = Pick(1, 1, 1, 0.6),
        };
        switch (_random.Next(5))
        {
            case 0:
                return looks with { Kind = PictureKind.Scene, Prompt = "sunset", Name = "sunset" };
            case 1 or 2:
                var clip = Pick([.. clips]);
                var speed = Pick(1, 1, 0.5, 1.5, 2.0);
                var from = Milliseconds(0, 2);
                var shot = looks with { Kind = PictureKind.Video, Source = clip, Name = clip, Speed = speed, Reverse = _random.Next(4) == 0, Volume = Pick(1, 0.5, 0) };
                return shot.ShowingSource(from, from + looks.Range.Duration.Times(speed));
            default:
                var still = Pick([.. stills]);
                return looks with { Source = still, Name = still, Motion = Pick(Enum.GetValues<Motion>()) };
        }
    }

    private PictureSegment Overlay(VideoTimeline timeline)
    {
        var corner = new FractionRect(0.1 + 0.4 * _random.NextDouble(), 0.1, 0.4, 0.3);
        return Shot(6) with { Transition = null, Placement = corner, Range = Within(timeline), Kind = PictureKind.Image, Source = stills[0], Name = stills[0] };
    }

    private TextTrack Titles(VideoTimeline timeline, int track) => new()
    {
        Id = "t" + track,
        Role = Pick(TextRole.Title, TextRole.Caption),
        Segments =
        [
            new TextSegment
            {
                Id = "t" + track, Text = Pick(s_words), Range = Within(timeline), Position = Pick(TextPosition.Top, TextPosition.Center, TextPosition.BottomLeft),
                Animation = Pick(Enum.GetValues<TextAnimation>()), Style = Pick(Enum.GetValues<TextStyle>()),
            },
        ],
    };

    private TimeRange Within(VideoTimeline timeline)
    {
        var end = timeline.ProgrammeEnd();
        var start = end.Times(_random.NextDouble() * 0.8);
        return new TimeRange(start, end - start > TimeSpan.FromSeconds(1) && _random.Next(2) == 0 ? TimeSpan.FromSeconds(1) : end - start);
    }

    private TimeSpan Maybe(double chance, double seconds) => _random.NextDouble() < chance ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;

    private TimeSpan Milliseconds(double least, double most) => WholeMilliseconds.Of(1000 * (least + _random.NextDouble() * Math.Max(0, most - least)));

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
