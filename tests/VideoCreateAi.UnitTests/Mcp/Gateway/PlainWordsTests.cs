using VideoCreateAi.Mcp.Gateway.Replies;

namespace VideoCreateAi.UnitTests.Mcp.Gateway;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("a\r\n\tb", "a b")]
    [InlineData("\u001b[2Jred\u0007", "[2Jred")]
    [InlineData("safe\u202Egpj.exe", "safegpj.exe")]
    [InlineData("zero\u200Bwidth\u009B", "zerowidth")]
    [InlineData("Größe 👍", "Größe 👍")]
    [InlineData(" \n ", null)]
    [InlineData(null, null)]
    public void A_sentence_from_outside_is_made_safe_to_show(string? text, string? expected) =>
        Assert.Equal(expected, PlainWords.Of(text));

    [Fact]
    public void A_sentence_without_end_is_cut_between_characters()
    {
        var words = PlainWords.Of(string.Concat(Enumerable.Repeat("a👍", 400)))!;

        Assert.InRange(words.Length, 498, 500);
        Assert.False(char.IsHighSurrogate(words[^1]));
    }
}
