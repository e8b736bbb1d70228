using System.Text;
using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Drafts;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Timeline;
using VideoCreateAi.UnitTests.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Projects;

public sealed class DraftCrossing
{
    [Theory]
    [InlineData("a slideshow of 11 seconds with crossfades, calm music at 40% and the title \"Hi\" in red at the top, vertical")]
    [InlineData("2x speed, black and white, brighter, rotate 90 degrees")]
    [InlineData("mirror the clip, reverse it, mute it, fade in and out")]
    [InlineData("put c.png in the top right corner at 50% opacity")]
    [InlineData("captions:\nOne.\nTwo.")]
    [InlineData("voiceover: Hello there.")]
    public void What_the_studio_makes_comes_back_as_it_was(string message)
    {
        var timeline = new Conversation("a.jpg b.mp4:7 c.png").Say(message).Timeline!;

        var json = Json(DraftCodec.ToDraft(timeline));
        var back = DraftCodec.ToTimeline(JsonSerializer.Deserialize(json, Wire)!);

        Assert.Empty(TimelineChange.Between(timeline, back));
        Assert.Equal(json, Json(DraftCodec.ToDraft(back)));
    }

    [Fact]
    public void Word_times_come_back_as_they_were()
    {
        var timeline = Timeline.SlotsOfShots.Stills(2).Adding(TextRole.Caption, new TextSegment
        {
            Id = "", Text = "Hi you", Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(2)),
            Words = [new TimedWord(TimeSpan.Zero, TimeSpan.FromMilliseconds(700), "Hi"), new TimedWord(TimeSpan.FromMilliseconds(700), TimeSpan.FromSeconds(2), "you")],
        });

        var back = DraftCodec.ToTimeline(JsonSerializer.Deserialize(Json(DraftCodec.ToDraft(timeline)), Wire)!);

        Assert.Equal(timeline.Texts(TextRole.Caption)[0].Words, back.Texts(TextRole.Caption)[0].Words);
    }

    [Fact]
    public void Keys_at_their_default_are_left_out()
    {
        var json = Json(DraftCodec.ToDraft(Timeline.SlotsOfShots.Mixed()));

        Assert.DoesNotContain("speed", json, StringComparison.Ordinal);
        Assert.DoesNotContain("volume", json, StringComparison.Ordinal);
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_and_keys_that_are_not_known_are_read_as_the_default()
    {
        const string Text = """
            {"t":[{"sg":[{"d":2000,"m":{"kind":"hologram","fit":"7","motion":"spin","volume":9,"extra":[1]}},{"s":2000,"d":1000}]},{"tt":3,"sg":[{"d":5}]}]}
            """;

        var timeline = DraftCodec.ToTimeline(JsonSerializer.Deserialize(Text, Wire)!);

        Assert.Equal(Fit.Auto, timeline.Shots()[0].Fit);
        Assert.Equal(Motion.None, timeline.Shots()[0].Motion);
        Assert.Equal(2, timeline.Shots()[0].Volume);
        Assert.Equal(TimeSpan.FromSeconds(3), timeline.Duration);
    }

    [Theory]
    [InlineData("""{"t":[{"sg":[{"s":-1,"d":5}]}]}""")]
    [InlineData("""{"t":[{"sg":[{"d":-5}]}]}""")]
    [InlineData("""{"t":[{"sg":[{"d":9000000000000000}]}]}""")]
    [InlineData("""{"m":{"width":99999,"height":10},"t":[]}""")]
    [InlineData("""{"t":[{"sg":[{"d":5,"m":{"in":9,"out":4}}]}]}""")]
    [InlineData("""{"t":[{"m":{"role":"main"}},{"m":{"role":"main"}}]}""")]
    public void A_draft_that_cannot_be_rendered_is_refused_with_a_reason(string json)
    {
        var draft = JsonSerializer.Deserialize(json, Wire)!;

        var exception = Assert.Throws<DraftException>(() => DraftCodec.ToTimeline(draft));

        Assert.NotEmpty(exception.Message);
    }

    [Fact]
    public void Too_many_tracks_are_refused()
    {
        var draft = new Draft { Tracks = [.. Enumerable.Range(0, 1001).Select(_ => new DraftTrack { Type = DraftTrack.Audio })] };

        Assert.Throws<DraftException>(() => DraftCodec.ToTimeline(draft));
    }

    [Fact]
    public void Not_a_number_is_refused()
    {
        var draft = new Draft { Tracks = [new DraftTrack { Segments = [new DraftSegment { Duration = 5, Metadata = new SegmentMetadata { Speed = double.NaN } }] }] };

        Assert.Throws<DraftException>(() => DraftCodec.ToTimeline(draft));
    }

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Draft> Wire =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Draft>)WireJson.Default.GetTypeInfo(typeof(Draft))!;

    private static string Json(Draft draft) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(draft, Wire));
}
