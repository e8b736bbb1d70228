using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Sessions;

public sealed class MessageLanguageTests
{
    [Theory]
    [InlineData("make a video", "en")]
    [InlineData("做一个视频", "zh")]
    [InlineData("動画を作って", "ja")]
    [InlineData("영상을 만들어 줘", "ko")]
    [InlineData("сделай видео", "ru")]
    [InlineData("اصنع فيديو", "ar")]
    [InlineData("वीडियो बनाओ", "hi")]
    [InlineData(null, "en")]
    public void A_script_tells_the_language(string? message, string language) => Assert.Equal(language, MessageLanguage.Of(message));
}
