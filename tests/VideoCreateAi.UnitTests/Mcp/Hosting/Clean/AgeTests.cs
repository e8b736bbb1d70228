using VideoCreateAi.Mcp.Hosting.Clean;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Hosting.Clean;

public sealed class AgeTests
{
    [Theory]
    [InlineData("12h", 12)]
    [InlineData("30d", 720)]
    [InlineData(" 2W ", 336)]
    public void Hours_days_and_weeks_are_understood(string text, int hours) => Assert.Equal(TimeSpan.FromHours(hours), Age.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("30")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData("1m")]
    [InlineData("99999999999d")]
    public void Everything_else_is_refused(string text) => Assert.Equal("invalid_argument", Assert.Throws<ToolRefusedException>(() => Age.Read(text)).Code);
}
