using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class OutputNameTests
{
    [Theory]
    [InlineData("Urban Dreams", "Urban Dreams")]
    [InlineData("promo.mp4", "promo")]
    [InlineData("Müller & Söhne, 2. Teil", "Müller & Söhne, 2. Teil")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Windows\System32\evil", "evil")]
    [InlineData("/", "video")]
    [InlineData("", "video")]
    [InlineData("..", "video")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("a.mp4. . ", "a.mp4")]
    [InlineData("CON", "video-CON")]
    [InlineData("nul.txt", "video-nul.txt")]
    [InlineData("COM1", "video-COM1")]
    [InlineData("console", "console")]
    [InlineData("a:b*c?\"d<e>f|g", "a-b-c--d-e-f-g")]
    [InlineData("a\0b\nc\u001b[2Jd", "abc[2Jd")]
    [InlineData("a\u202Egpj", "agpj")]
    public void A_name_is_made_fit_for_every_platform(string wish, string name) => Assert.Equal(name, OutputName.Clean(wish));

    [Theory]
    [InlineData("Urban Dreams", "tiktok", "Urban Dreams_tiktok")]
    [InlineData("promo.mp4", "4x5", "promo_4x5")]
    [InlineData("", "tiktok", "video_tiktok")]
    [InlineData("promo", null, "promo")]
    public void A_suffix_follows_the_clean_name(string wish, string? suffix, string name) => Assert.Equal(name, OutputName.With(wish, suffix));

    [Theory]
    [InlineData("x")]
    [InlineData("海")]
    [InlineData("🎬")]
    public void A_suffix_is_never_cut_off(string letter)
    {
        var name = OutputName.With(string.Concat(Enumerable.Repeat(letter, 200)), "tiktok");

        Assert.EndsWith(letter + "_tiktok", name, StringComparison.Ordinal);
        Assert.Equal(name, OutputName.Clean(name));
    }
}
