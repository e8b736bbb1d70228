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
}
