using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Preview;

public sealed class TileChoiceTests
{
    [Theory]
    [InlineData(1, 6)]
    [InlineData(5, 5)]
    [InlineData(5, 17)]
    [InlineData(20, 24)]
    [InlineData(36, 36)]
    public void Every_shot_shows_where_there_are_tiles_enough(int shots, int count)
    {
        var timeline = Video(shots);

        var moments = TileChoice.Choose(timeline, count);

        Assert.Equal(count, moments.Count);
        Assert.Equal(shots, TileChoice.ShotsShown(timeline, moments));
    }

    [Fact]
    public void Of_sixty_shots_thirty_six_different_ones_show_from_the_beginning_to_the_end()
    {
        var timeline = Video(60);

        var moments = TileChoice.Choose(timeline, 36);

        Assert.Equal(36, TileChoice.ShotsShown(timeline, moments));
        Assert.True(TileChoice.Shots(timeline)[0].Contains(moments[0]));
        Assert.True(moments[^1] > timeline.Duration * 0.95);
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(60, 36)]
    public void Moments_ascend_and_lie_within_the_video(int shots, int count)
    {
        var timeline = Video(shots);

        var moments = TileChoice.Choose(timeline, count);

        Assert.Equal(moments.Order(), moments);
        Assert.Equal(moments.Count, moments.Distinct().Count());
        Assert.All(moments, moment => Assert.InRange(moment, TimeSpan.Zero, timeline.Duration));
    }

    [Fact]
    public void No_tile_shows_the_middle_of_a_transition()
    {
        var timeline = Video(8);
        var shots = TileChoice.Shots(timeline);

        var moments = TileChoice.Choose(timeline, 20);

        Assert.All(moments, moment => Assert.Single(shots, shot => shot.Contains(moment)));
    }

    [Fact]
    public void The_longest_shot_gets_the_tiles_that_are_left()
    {
        var timeline = Of((0, 2), (2, 10), (12, 2));
        var middle = TileChoice.Shots(timeline)[1];

        var moments = TileChoice.Choose(timeline, 6);

        Assert.Equal(4, moments.Count(middle.Contains));
    }

    [Fact]
    public void A_short_title_is_seen_though_it_lies_beside_the_middle_of_its_shot()
    {
        var timeline = Of((0, 10), (10, 10)) with
        {
            TextTracks = [new TextTrack { Id = "t", Segments = [Title("Hello", 7.5, 1.5), Title("Bye", 10.2, 1.2)] }],
        };

        var moments = TileChoice.Choose(timeline, 2);

        Assert.InRange(moments[0].TotalSeconds, 7.5, 9);
        Assert.InRange(moments[1].TotalSeconds, 10.2, 11.4);
    }

    [Fact]
    public void A_tile_that_alone_shows_a_title_is_not_taken_for_another()
    {
        var timeline = Of((0, 10)) with
        {
            TextTracks = [new TextTrack { Id = "t", Segments = [Title("One", 4, 2), Title("Two", 7, 2)] }],
        };

        var moments = TileChoice.Choose(timeline, 1);

        Assert.InRange(Assert.Single(moments).TotalSeconds, 4, 6);
    }

    [Fact]
    public void A_gap_between_shots_has_a_tile_of_its_own()
    {
        var moments = TileChoice.Choose(Of((0, 2), (6, 2)), 3);

        Assert.Equal([1.0, 4.0, 7.0], moments.Select(moment => moment.TotalSeconds));
    }

    [Fact]
    public void A_video_of_text_alone_is_shown_evenly()
    {
        var timeline = new VideoTimeline { TextTracks = [new TextTrack { Id = "t", Segments = [Title("Hello", 0, 8)] }] };

        Assert.Equal([1.0, 3.0, 5.0, 7.0], TileChoice.Choose(timeline, 4).Select(moment => moment.TotalSeconds));
        Assert.Empty(TileChoice.Choose(new VideoTimeline(), 4));
    }

    [Theory]
    [InlineData(1, 3, 6)]
    [InlineData(20, 3, 20)]
    [InlineData(4, 12, 16)]
    [InlineData(90, 3, 36)]
    public void The_default_count_follows_shots_and_length(int shots, double seconds, int expected) =>
        Assert.Equal(expected, TileChoice.CountFor(Video(shots, seconds, overlap: 0)));

    internal static VideoTimeline Video(int shots, double seconds = 3, double overlap = 0.5) =>
        Of([.. Enumerable.Range(0, shots).Select(i => (i * (seconds - overlap), seconds))]);

    internal static VideoTimeline Of(params (double Start, double Length)[] shots) => new()
    {
        PictureTracks =
        [
            new PictureTrack
            {
                Id = "v",
                Segments =
                [
                    .. shots.Select((shot, i) => new PictureSegment
                    {
                        Id = "s" + i, Name = $"shot{i}.jpg", Range = new TimeRange(TimeSpan.FromSeconds(shot.Start), TimeSpan.FromSeconds(shot.Length)),
                    }),
                ],
            },
        ],
    };

    private static TextSegment Title(string text, double start, double length) => new()
    {
        Id = text, Text = text, Range = new TimeRange(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(length)),
    };
}
