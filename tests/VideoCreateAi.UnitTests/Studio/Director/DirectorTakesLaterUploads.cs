namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorTakesLaterUploads
{
    [Theory]
    [InlineData("add these two at the end", "oak 0-3, elm 3-6, ash 6-9, fir 9-12")]
    [InlineData("add them", "oak 0-3, elm 3-6, ash 6-9, fir 9-12")]
    [InlineData("put these at the start", "ash 0-3, fir 3-6, oak 6-9, elm 9-12")]
    [InlineData("append these", "oak 0-3, elm 3-6, ash 6-9, fir 9-12")]
    [InlineData("add the new photos to the end", "oak 0-3, elm 3-6, ash 6-9, fir 9-12")]
    public void What_came_later_joins_what_is_there(string message, string shown)
    {
        var conversation = new Conversation("oak.jpg elm.jpg").Say("make a slideshow");
        conversation.Assets = new Conversation("oak.jpg elm.jpg ash.jpg fir.jpg").Assets;

        conversation.Say(message);

        Assert.Contains(shown, conversation.Shown, StringComparison.Ordinal);
    }
}
