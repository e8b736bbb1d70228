using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class RenderPlannerTests
{
    private static readonly RenderSettings s_good = new(OutputFormat.Mp4, RenderQuality.Good, Canvas.Portrait);

    [Theory]
    [InlineData(30_000, 30, 900)]
    [InlineData(30_000, 25, 750)]
    [InlineData(29_990, 30, 900)]
    [InlineData(1_017, 30, 31)]
    [InlineData(10, 30, 1)]
    public void The_length_in_frames_is_the_duration_rounded_once(int milliseconds, int fps, int frames)
    {
        var timeline = Promo(Segment(0, milliseconds));

        var plan = RenderPlanner.Plan(timeline, s_good with { Canvas = new Canvas(1080, 1920, fps) });

        Assert.Equal(frames, plan.TotalFrames);
        Assert.Equal((double)frames / fps, plan.Duration.TotalSeconds, 6);
    }

    [Fact]
    public void Shots_of_odd_length_leave_no_gap_and_do_not_drift()
    {
        var segments = Enumerable.Range(0, 90).Select(i => Segment(i * 333, 333)).ToArray();

        var shots = RenderPlanner.Plan(Promo(segments), s_good).Tracks[0].Shots;

        Assert.All(shots.Zip(shots.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.First));
        Assert.Equal((int)Math.Round(90 * 0.333 * 30), shots[^1].End);
    }

    [Fact]
    public void A_crossfade_is_as_long_as_the_overlap()
    {
        var plan = RenderPlanner.Plan(Promo(Segment(0, 6400), Segment(5900, 6400, new Transition("crossfade", TimeSpan.FromSeconds(0.5)))), s_good);

        var second = plan.Tracks[0].Shots[1];

        Assert.Equal(15, second.TransitionFrames);
        Assert.InRange(second.TransitionAt(second.First), 0.05, 0.07);
        Assert.Equal(0.5, second.TransitionAt(second.First + 7), 6);
        Assert.Equal(1, second.TransitionAt(second.First + 15), 6);
    }

    [Fact]
    public void A_draft_has_the_size_and_length_that_were_asked()
    {
        var plan = RenderPlanner.Plan(Promo(Segment(0, 2000)), s_good with { Quality = RenderQuality.Draft });

        Assert.Equal((1080, 1920, 60), (plan.Canvas.Width, plan.Canvas.Height, plan.TotalFrames));
    }

    [Fact]
    public void The_settings_canvas_wins_over_that_of_the_timeline()
    {
        var plan = RenderPlanner.Plan(Promo(Segment(0, 2000)) with { Canvas = Canvas.Landscape }, s_good);

        Assert.Equal((1080, 1920), (plan.Canvas.Width, plan.Canvas.Height));
    }

    private static VideoTimeline Promo(params PictureSegment[] segments) =>
        new() { PictureTracks = [new PictureTrack { Id = "v", Segments = segments }] };

    private static PictureSegment Segment(int start, int length, Transition? transition = null) => new()
    {
        Id = "s" + start,
        Range = new TimeRange(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(length)),
        Transition = transition,
    };
}
