using System.Text;
using VideoCreateAi.Mcp.Translation.Interchange;

namespace VideoCreateAi.UnitTests.Mcp.Translation.Interchange;

public sealed class SubRipTests
{
    [Fact]
    public void Captions_are_numbered_in_order_of_time_to_the_millisecond() => Assert.Equal(
        "1\n00:00:00,000 --> 00:00:02,345\nHello\n\n2\n01:01:01,007 --> 01:01:03,007\nWorld\nand all\n\n",
        Write("""{"t":[{"tt":7,"m":{"role":"caption"},"sg":[{"s":3661007,"d":2000,"m":{"text":"World\nand all"}},{"s":0,"d":2345,"m":{"text":"Hello"}}]}]}"""));

    [Fact]
    public void Titles_are_no_captions()
        => Assert.Null(Write("""{"t":[{"tt":7,"m":{"role":"title"},"sg":[{"s":0,"d":2000,"m":{"text":"Urban Dreams"}}]}]}"""));

    [Fact]
    public void Where_no_roles_are_told_any_text_is_taken()
        => Assert.Contains("From the web", Write("""{"t":[{"tt":7,"sg":[{"s":"0","d":"2000","m":{"text":"From the web"}}]}]}"""), StringComparison.Ordinal);

    [Fact]
    public void A_text_cannot_begin_another_caption_or_end_its_own() => Assert.Equal(
        "1\n00:00:00,000 --> 00:00:01,000\na\n00:00:05,000 → 00:00:09,000\nb\n\n",
        Write("""{"t":[{"tt":7,"m":{"role":"caption"},"sg":[{"s":0,"d":1000,"m":{"text":"a\r\n\r\n \n00:00:05,000 --> 00:00:09,000\u0000\nb\n"}}]}]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"t":[{"tt":7,"m":{"role":"caption"},"sg":[{"s":0,"d":0,"m":{"text":"gone"}},{"s":0,"d":5,"m":null},{"s":0,"d":5,"m":{"text":"\ud800"}}]}]}""")]
    public void A_draft_without_any_is_told(string draft) => Assert.Null(Write(draft));

    private static string? Write(string draft) => SubRip.Write(CutSheet.Read(Encoding.UTF8.GetBytes(draft)));
}
