using FsCheck;
using FsCheck.Fluent;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Timeline;

public sealed class SlotsOfShots
{
    [Fact]
    public void A_total_shared_over_stills_ends_on_the_millisecond_whatever_the_transitions()
    {
        Prop.ForAll(
            Gen.Choose(1, 40).ToArbitrary(), Gen.Choose(8_000, 200_000).ToArbitrary(), Gen.Choose(0, 3_000).ToArbitrary(),
            (count, total, transition) =>
            {
                var timeline = Stills(count).SharingOut(TimeSpan.FromMilliseconds(total));
                timeline = timeline.WithTransitions(
                    timeline.AllCuts(), transition == 0 ? null : new Transition("crossfade", TimeSpan.FromMilliseconds(transition)), exact: true);

                Assert.Equal(total, timeline.Duration.TotalMilliseconds);
                Assert.Empty(TimelineRules.Faults(timeline));
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_sequence_of_edits_keeps_the_rules()
    {
        Prop.ForAll(
            Gen.Choose(0, 9).ListOf(12).Select(list => list.ToArray()).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(),
            (edits, where) =>
            {
                var timeline = Edited(Mixed(), edits, where);

                Assert.Empty(TimelineRules.Faults(timeline));
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Cutting_a_stretch_takes_exactly_its_length_from_the_programme()
    {
        var timeline = Mixed();

        var cut = timeline.CuttingOut(TimeRange.Between(TimeSpan.FromMilliseconds(2_500), TimeSpan.FromMilliseconds(4_750)));

        Assert.Equal(timeline.Duration - TimeSpan.FromMilliseconds(2_250), cut.Duration);
    }

    [Fact]
    public void Taking_a_transition_away_gives_the_time_back_that_it_took()
    {
        var timeline = Mixed();
        var with = timeline.WithTransitions(timeline.AllCuts(), new Transition("wipe", TimeSpan.FromMilliseconds(600)), exact: true);

        var without = with.WithTransitions(with.AllCuts(), null, exact: true);

        Assert.All(without.Shots(), shot => Assert.Null(shot.Transition));
        Assert.Equal(with.Shots().Where(shot => !shot.IsElastic()).Select(shot => shot.Out), without.Shots().Where(shot => !shot.IsElastic()).Select(shot => shot.Out));
        Assert.Empty(TimelineRules.Faults(without));
    }

    [Fact]
    public void Music_ends_with_the_picture_and_a_closing_title_stays_at_the_end()
    {
        var timeline = Mixed();
        timeline = timeline.Adding(SoundRole.Music, new SoundSegment { Id = "", Range = new TimeRange(TimeSpan.Zero, timeline.Duration) });
        timeline = timeline.Adding(TextRole.Title, new TextSegment { Id = "", Text = "End", Range = TimeRange.Between(timeline.Duration - TimeSpan.FromSeconds(2), timeline.Duration) });

        var shorter = timeline.Removing([0]);

        Assert.Equal(shorter.ProgrammeEnd(), shorter.Sounds(SoundRole.Music)[0].Range.End);
        Assert.Equal(shorter.ProgrammeEnd(), shorter.Texts(TextRole.Title)[0].Range.End);
        Assert.Equal(TimeSpan.FromSeconds(2), shorter.Texts(TextRole.Title)[0].Range.Duration);
    }

    [Theory]
    [InlineData(1921, 1080, 30)]
    [InlineData(5000, 1080, 30)]
    [InlineData(1920, 0, 30)]
    [InlineData(1920, 1080, 0)]
    public void A_canvas_that_no_encoder_takes_is_a_fault(int width, int height, int rate)
    {
        var timeline = Stills(1) with { Canvas = new Canvas(width, height, rate) };

        Assert.NotEmpty(TimelineRules.Faults(timeline));
    }

    internal static VideoTimeline Stills(int count) => new VideoTimeline().Appending(Enumerable.Range(0, count).Select(Still));

    internal static VideoTimeline Mixed() => new VideoTimeline().Appending([Still(0), Clip(1, 7_000), Still(2), Clip(3, 2_345), Clip(4, 5_001)]);

    private static VideoTimeline Edited(VideoTimeline timeline, IEnumerable<int> edits, int where)
    {
        foreach (var edit in edits)
        {
            var count = timeline.Shots().Count;
            var end = timeline.ProgrammeEnd();
            var moment = TimeSpan.FromMilliseconds(Math.Floor(end.TotalMilliseconds * where / 1001));
            timeline = edit switch
            {
                0 => timeline.WithTransitions(timeline.AllCuts(), new Transition("crossfade", TimeSpan.FromMilliseconds(100 + where)), exact: where % 2 == 0),
                1 => timeline.SplittingAt(moment),
                2 when end > TimeSpan.FromSeconds(2) => timeline.CuttingOut(new TimeRange(moment, (end - moment).Times(0.3))),
                3 => timeline.ChangingShots([where % count], shot => shot.AtSpeed(0.5 + (where / 500.0))),
                4 => timeline.Moving(where % count, 0),
                5 => timeline.Swapping(0, count - 1),
                6 when count > 2 => timeline.Removing([where % count]),
                7 => timeline.Inserting(where % count, [Still(where), timeline.Shots()[0]]),
                8 => timeline.WithTransitions(timeline.AllCuts(), null, exact: true),
                9 => timeline.ChangingShots([where % count], shot => shot.Kind == PictureKind.Video ? shot with { Reverse = !shot.Reverse } : shot),
                _ => timeline,
            };
        }

        return timeline;
    }

    private static PictureSegment Still(int number) => new()
    {
        Id = "", Name = $"p{number}.jpg", Source = $"m{number}", Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(3)),
    };

    private static PictureSegment Clip(int number, int milliseconds) => new()
    {
        Id = "", Name = $"c{number}.mp4", Source = $"m{number}", Kind = PictureKind.Video,
        Out = TimeSpan.FromMilliseconds(milliseconds), Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromMilliseconds(milliseconds)),
    };
}
