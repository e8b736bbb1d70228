using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.UnitTests.Mcp.Routing;

public sealed class AttachmentsTests
{
    private static readonly string[] s_files = ["/home/me/Pictures/one.jpg", "/home/me/Pictures/two.jpg"];

    [Theory]
    [InlineData("45 seconds, landscape, jazzy soundtrack")]
    [InlineData("story for instagram with our logo colours")]
    [InlineData("slideshow please")]
    [InlineData("our weekend in the alps, slow and dreamy")]
    [InlineData("three shots, five seconds apiece, piano")]
    [InlineData("I want a trailer out of these")]
    [InlineData("这几张，横屏，三十秒")]
    public void Words_beside_files_are_for_the_editor(string message)
        => Assert.Equal([Intent.Upload, Intent.Generate], new IntentRouter().Read(message, s_files).Intents);

    [Theory]
    [InlineData("upload these two")]
    [InlineData("store these in the library")]
    [InlineData("keep these for later")]
    [InlineData("")]
    public void Words_that_only_hand_files_over_edit_nothing(string message)
        => Assert.Equal([Intent.Upload], new IntentRouter().Read(message, s_files).Intents);
}
