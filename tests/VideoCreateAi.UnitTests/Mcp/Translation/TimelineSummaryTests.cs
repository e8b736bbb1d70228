using System.Text;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

public sealed class TimelineSummaryTests
{
    private const string Draft =
        """
        {"v":1,"d":10000,"m":{"width":1080,"height":1920},"t":[
          {"id":"a","tt":0,"m":{"role":"main","name":"city timelapse"},"sg":[{"s":0,"d":10000,"m":{"name":"city timelapse"}}]},
          {"id":"b","tt":1,"m":{"role":"music"},"sg":[{"s":0,"d":10000,"m":{"name":"Lo-fi","volume":0.35}}]},
          {"id":"c","tt":7,"m":{"role":"title"},"sg":[{"s":0,"d":3000,"m":{"text":"Urban Dreams"}}]}]}
        """;

    [Fact]
    public void A_timeline_is_told_in_one_line()
        => Assert.Equal(
            "Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: \"Urban Dreams\" (0-3s)",
            Read(Draft).ToString());

    [Fact]
    public void Length_canvas_and_readiness_are_read()
    {
        var summary = Read(Draft);

        Assert.Equal((10.0, 1080, 1920, true), (summary.DurationSeconds, summary.Width, summary.Height, summary.IsReadyForExport));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"t\":null}")]
    [InlineData("{\"t\":{\"a\":1}}")]
    [InlineData("<html>")]
    [InlineData("{\"t\":[{\"tt\":0,\"sg\":[]}]}")]
    public void A_draft_that_holds_nothing_is_not_ready(string draft) => Assert.False(Read(draft).IsReadyForExport);

    [Fact]
    public void Numbers_may_be_text_names_may_be_missing_and_types_unknown()
    {
        var summary = Read("""{"t":[{"tt":"0","sg":[{"d":"2500"}]},{"tt":42,"m":null,"sg":[{"s":"1000","d":500,"m":{"name":null}}]}]}""");

        Assert.Equal("Timeline (2 tracks): 1. Video: untitled (0-2.5s) 2. Effect: untitled (1-1.5s)", summary.ToString());
    }

    [Fact]
    public void A_thousand_tracks_are_counted_and_not_all_told()
    {
        var tracks = string.Join(',', Enumerable.Repeat("""{"tt":1,"sg":[{"s":0,"d":1000,"m":{"name":"x"}}]}""", 1000));
        var summary = Read("{\"t\":[" + tracks + "]}");

        Assert.Equal(1000, summary.Tracks.Count);
        Assert.EndsWith("and 960 more", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_drafts_never_throw()
    {
        var random = new Random(99);
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Draft);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)"{}[]\",:0n\\u\xff"[random.Next(12)];
            }

            Assert.NotNull(TimelineSummary.Read(bytes).ToString());
        }
    }

    [Theory]
    [InlineData("\"volume\":0.35", "\"volume\":0.5", "Music volume 35% → 50%")]
    [InlineData("Lo-fi", "Piano", "Music: Lo-fi → Piano")]
    [InlineData("\"s\":0,\"d\":3000", "\"s\":0,\"d\":4000", "Title 'Urban Dreams': 0–3 s → 0–4 s")]
    [InlineData("\"d\":10000,\"m\":{\"width\"", "\"d\":9000,\"m\":{\"width\"", "Length 10 s → 9 s")]
    [InlineData("\"width\":1080", "\"width\":1920", "Canvas 1080×1920 → 1920×1920")]
    [InlineData("\"v\":1", "\"v\":2", "")]
    public void A_change_is_told_in_words(string was, string now, string said)
    {
        var changes = TimelineDelta.Describe(Encoding.UTF8.GetBytes(Draft), Encoding.UTF8.GetBytes(Draft.Replace(was, now, StringComparison.Ordinal)));

        Assert.Equal(said, string.Join("; ", changes));
    }

    [Fact]
    public void A_first_draft_is_all_new()
    {
        var changes = TimelineDelta.Describe([], Encoding.UTF8.GetBytes(Draft));

        Assert.Equal(["Video added: city timelapse (0–10 s)", "Music added: Lo-fi (0–10 s)", "Title added: 'Urban Dreams' (0–3 s)"], changes);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("\u001b]8;;http://x\u0007link", "link")]
    [InlineData("a\u202eb\u200bc\ufeff", "abc")]
    [InlineData("x\U000E0041y", "xy")]
    [InlineData("![a](http://x/y.png)", "[a] (http://x/y.png)")]
    [InlineData("[a](javascript:x)", "[a] (javascript:x)")]
    [InlineData("<img src=x>", "‹img src=x>")]
    [InlineData("日本語 😀 👨‍👩‍👧", "日本語 😀 👨‍👩‍👧")]
    public void Foreign_text_is_made_safe_to_show(string text, string clean) => Assert.Equal(clean, UntrustedText.Clean(text));

    [Fact]
    public void Foreign_text_is_cut_at_its_limit()
    {
        Assert.Equal(new string('x', 9) + "…", UntrustedText.Clean(new string('x', 100), 10));
        Assert.Equal("one two", UntrustedText.Name("one\ntwo"));
    }

    private static TimelineSummary Read(string draft) => TimelineSummary.Read(Encoding.UTF8.GetBytes(draft));
}
