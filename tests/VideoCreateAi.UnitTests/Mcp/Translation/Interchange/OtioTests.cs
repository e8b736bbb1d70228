using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Translation.Interchange;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Translation.Interchange;

public sealed class OtioTests
{
    private const string Draft =
        """
        {"v":1,"d":12000,"m":{"title":"Dusk","width":1080,"height":1920,"fps":25},"t":[
          {"tt":0,"m":{"role":"main"},"sg":[
            {"s":0,"d":4000,"m":{"name":"a.jpg","src":"m_1","kind":"image","motion":"zoom_in"}},
            {"s":3000,"d":5000,"m":{"name":"b.mp4","src":"m_2","kind":"video","in":2000,"out":12000,"speed":2,"transition":{"kind":"crossfade","d":1000}}},
            {"s":8000,"d":4000,"m":{"name":"b.mp4","src":"m_2","kind":"video","in":0,"out":4000,"reverse":true,"volume":0}}]},
          {"tt":0,"m":{"role":"overlay"},"sg":[{"s":2000,"d":1000,"m":{"name":"logo.png","src":"m_9","kind":"image","position":"top-right"}}]},
          {"tt":7,"m":{"role":"title"},"sg":[{"s":0,"d":3000,"m":{"text":"Dusk & \"Dawn\"","position":"center"}}]},
          {"tt":1,"m":{"role":"music"},"sg":[{"s":0,"d":12000,"m":{"mood":"calm","seed":7,"volume":0.35}}]},
          {"tt":1,"m":{"role":"voiceover"},"sg":[{"s":1000,"d":2000,"m":{"text":"Hello"}}]}]}
        """;

    private static readonly OtioMedia[] s_files =
    [
        new("m_1", "a.jpg", new Uri("file:///data/m 1/source.jpg"), null, false), new("m_2", "b.mp4", new Uri("file:///data/m_2/source.mp4"), 20.5, true),
    ];

    [Fact]
    public void Everything_in_it_is_of_the_schema() => OtioSchema.Check(Write(Draft));

    [Fact]
    public void Its_lanes_are_those_of_the_timeline_and_as_long()
    {
        var lanes = Lanes(Write(Draft));

        Assert.Equal(
            [("Video", "Video", 300), ("Video", "Overlay", 75), ("Video", "Titles", 75), ("Audio", "Sound of the video", 200), ("Audio", "Music", 300), ("Audio", "Voiceover", 75)],
            lanes.Select(lane => (lane.GetProperty("kind").GetString(), lane.GetProperty("name").GetString(), OtioSchema.Length(lane))));
    }

    [Fact]
    public void A_cut_lies_in_the_middle_of_its_transition_and_the_file_is_read_from_there()
    {
        var video = Children(Lanes(Write(Draft))[0]);

        Assert.Equal(["Clip.1", "Transition.1", "Clip.1", "Clip.1"], video.Select(child => child.GetProperty("OTIO_SCHEMA").GetString()));
        Assert.Equal((0, 87), Range(video[0]));
        Assert.Equal(("crossfade", "SMPTE_Dissolve", 12, 13), (
            video[1].GetProperty("name").GetString(), video[1].GetProperty("transition_type").GetString(), Value(video[1], "in_offset"), Value(video[1], "out_offset")));

        // Half of the transition, twelve frames, at double speed behind the second second.
        Assert.Equal((50 + 24, 113), Range(video[2]));
        Assert.Equal((2.0, -1.0), (Speed(video[2]), Speed(video[3])));
        Assert.Equal((0, 100), Range(video[3]));
    }

    [Fact]
    public void Files_are_named_where_they_lie_and_made_things_by_what_they_are_made_from()
    {
        var lanes = Lanes(Write(Draft));

        var photo = Children(lanes[0])[0].GetProperty("media_reference");
        Assert.Equal(("ExternalReference.1", "file:///data/m%201/source.jpg"), (Schema(photo), photo.GetProperty("target_url").GetString()));
        var clip = Children(lanes[0])[2].GetProperty("media_reference");
        Assert.Equal((0, 513), Range(clip, "available_range"));
        Assert.Equal("MissingReference.1", Schema(Children(lanes[1])[1].GetProperty("media_reference")));
        Assert.Equal(
            ["text", "music", "voice"],
            new[] { lanes[2], lanes[4], lanes[5] }.Select(lane => Children(lane)[^1].GetProperty("media_reference").GetProperty("generator_kind").GetString()));
        Assert.Equal(0.35, Children(lanes[4])[0].GetProperty("metadata").GetProperty("videocreateai").GetProperty("volume").GetDouble());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"t":[null,3,{"tt":"0","sg":[null,{"d":"1000"},{"s":-4,"d":1e300,"m":{"name":"\ud800","speed":"fast"}},{"d":5,"m":[1]}]},{"tt":42,"sg":[{"d":9}]}],"m":{"fps":"x"}}""")]
    [InlineData("""{"t":[{"tt":0,"sg":[{"s":0,"d":1000,"m":{"name":"x","in":-5,"volume":"loud","transition":7}}]}],"m":{"fps":9999,"title":7}}""")]
    public void Whatever_a_draft_holds_comes_out_as_a_timeline(string draft) => OtioSchema.Check(Write(draft));

    private static JsonElement Write(string draft)
    {
        using var json = JsonDocument.Parse(Otio.Write(
            CutSheet.Read(Encoding.UTF8.GetBytes(draft)), "Untitled", piece => Array.Find(s_files, file => file.Id == piece.Source)));
        return json.RootElement.Clone();
    }

    private static List<JsonElement> Lanes(JsonElement timeline) => Children(timeline.GetProperty("tracks"));

    private static List<JsonElement> Children(JsonElement of) => [.. of.GetProperty("children").EnumerateArray()];

    private static string Schema(JsonElement of) => of.GetProperty("OTIO_SCHEMA").GetString()!;

    private static double Speed(JsonElement clip) => clip.GetProperty("effects")[0].GetProperty("time_scalar").GetDouble();

    private static (int Start, int Length) Range(JsonElement of, string name = "source_range") =>
        (Value(of.GetProperty(name), "start_time"), Value(of.GetProperty(name), "duration"));

    private static int Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetInt32();
}
