using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

public sealed class SegmentDetailsTests
{
    [Theory]
    [InlineData("""{"speed":2}""", "2x")]
    [InlineData("""{"speed":1,"motion":"none","filter":"none","volume":1,"fit":"cover"}""", "")]
    [InlineData("""{"reverse":true,"rotate":90,"flip":"horizontal"}""", "reversed; rotated 90°; flipped horizontal")]
    [InlineData("""{"motion":"zoom_in","fit":"blur"}""", "fit blur; zoom in")]
    [InlineData("""{"volume":0}""", "muted")]
    [InlineData("""{"volume":0.35,"fade_in":500,"fade_out":1500,"mood":"calm"}""", "volume 35%; fade in 0.5s; fade out 1.5s; calm")]
    [InlineData("""{"in":2000,"out":6000,"kind":"video"}""", "2-6s of the file")]
    [InlineData("""{"adjust":{"brightness":0.2,"contrast":0,"saturation":-0.5}}""", "brightness +0.2, saturation -0.5")]
    [InlineData("""{"transition":{"kind":"crossfade","d":500}}""", "crossfade 0.5s")]
    [InlineData("""{"text":"Hi","position":"top-left","color":"#FFEE00","size":0.08,"animation":"fade","style":"shadow"}""", "top-left; #FFEE00; size 8%; fade animation; shadow")]
    [InlineData("""{"speed":"2","reverse":1,"transition":7,"adjust":[],"motion":null}""", "")]
    [InlineData("7", "")]
    public void What_a_draft_sets_is_said_in_short_words(string metadata, string details)
        => Assert.Equal(details, string.Join("; ", SegmentDetails.Of(JsonDocument.Parse(metadata).RootElement)));

    [Theory]
    [InlineData("""{"volume":0}""", """{}""", "Video: muted")]
    [InlineData("""{}""", """{"volume":0}""", "Video: no longer muted")]
    [InlineData("""{"motion":"zoom_out"}""", """{"motion":"zoom_in"}""", "Video: zoom out (no longer zoom in)")]
    public void An_edit_of_a_shot_is_told(string after, string before, string change)
        => Assert.Equal([change], TimelineDelta.Describe(Draft($$"""{"name":"a.mp4",{{before[1..]}}""", 1), Draft($$"""{"name":"a.mp4",{{after[1..]}}""", 1)));

    [Fact]
    public void Shots_that_changed_alike_share_a_line()
        => Assert.Equal(["Video all shots: warm filter"], TimelineDelta.Describe(Draft("""{"name":"a.jpg"}""", 3), Draft("""{"name":"a.jpg","filter":"warm"}""", 3)));

    private static byte[] Draft(string metadata, int shots) => Encoding.UTF8.GetBytes(
        $$"""{"t":[{"tt":0,"sg":[{{string.Join(",", Enumerable.Range(0, shots).Select(index => $$"""{"s":{{index * 1000}},"d":1000,"m":{{metadata.Replace(",}", "}", StringComparison.Ordinal)}}}"""))}}]}]}""");
}
