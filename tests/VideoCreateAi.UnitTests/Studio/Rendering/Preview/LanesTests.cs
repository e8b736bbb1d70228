using VideoCreateAi.Studio.Rendering.Preview;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Preview;

public sealed class LanesTests
{
    [Fact]
    public void Tracks_become_lanes_in_the_order_in_which_editors_look_at_them()
    {
        var lanes = Lanes.Of(Full());

        Assert.Equal([LaneKind.Video, LaneKind.Title, LaneKind.Caption, LaneKind.Music, LaneKind.Voice], lanes.Select(lane => lane.Kind));
    }

    [Fact]
    public void Bars_are_fractions_of_the_length_and_shots_end_where_the_next_begins()
    {
        var bars = Lanes.Of(TileChoiceTests.Of((0, 4), (3, 7)))[0].Bars;

        Assert.Equal([(0.0, 0.3), (0.3, 1.0)], bars.Select(bar => (bar.Start, bar.End)));
        Assert.Equal([1, 2], bars.Select(bar => bar.Number!.Value));
        Assert.Equal("2 shot1.jpg", bars[1].Label);
    }

    [Fact]
    public void Music_that_is_turned_off_says_so()
    {
        var timeline = Full();
        var quiet = timeline with
        {
            SoundTracks = [timeline.SoundTracks[0] with { Segments = [timeline.SoundTracks[0].Segments[0] with { Volume = 0 }] }],
        };

        Assert.Contains("muted", Assert.Single(Lanes.Of(quiet), lane => lane.Kind == LaneKind.Music).Bars[0].Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_tracks_share_the_rows_that_there_are()
    {
        var music = Full().SoundTracks[0];
        var timeline = Full() with { SoundTracks = [.. Enumerable.Repeat(music, 12)] };

        var lanes = Lanes.Of(timeline);

        Assert.InRange(lanes.Count, 1, Lanes.Most);
        Assert.Equal(12, lanes.Where(lane => lane.Kind == LaneKind.Music).Sum(lane => lane.Bars.Count));
    }

    [Fact]
    public void A_label_is_one_short_line()
    {
        var timeline = Full() with
        {
            TextTracks = [new TextTrack { Id = "t", Segments = [new TextSegment { Id = "x", Text = "first\n" + new string('x', 400), Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(1)) }] }],
        };

        var label = Assert.Single(Lanes.Of(timeline), lane => lane.Kind == LaneKind.Title).Bars[0].Label;

        Assert.InRange(label.Length, 10, 40);
        Assert.DoesNotContain('\n', label);
    }

    [Fact]
    public void An_empty_timeline_has_no_lanes() => Assert.Empty(Lanes.Of(new VideoTimeline()));

    private static VideoTimeline Full()
    {
        var whole = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(4));
        return TileChoiceTests.Of((0, 2), (2, 2)) with
        {
            TextTracks =
            [
                new TextTrack { Id = "c", Role = TextRole.Caption, Segments = [new TextSegment { Id = "c0", Text = "words", Range = whole }] },
                new TextTrack { Id = "t", Segments = [new TextSegment { Id = "t0", Text = "Title", Range = whole }] },
            ],
            SoundTracks =
            [
                new SoundTrack { Id = "m", Segments = [new SoundSegment { Id = "m0", Mood = "calm", Range = whole }] },
                new SoundTrack { Id = "v", Role = SoundRole.Voiceover, Segments = [new SoundSegment { Id = "v0", Name = "voice.wav", Range = whole }] },
            ],
        };
    }
}
