using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorSaysWhatItMissed
{
    private const string Files = "dusk.jpg harbour.jpg surf.mp4:10";

    [Theory]
    [InlineData("make it 12 seconds and add fireworks", "add fireworks")]
    [InlineData("make it vertical, then put dancing penguins everywhere", "put dancing penguins everywhere")]
    [InlineData("add calm music. Insert a hologram of a whale.", "Insert a hologram of a whale")]
    [InlineData("a 10 second slideshow with sparkles", "with sparkles")]
    [InlineData("make it square and stabilize surf.mp4", "stabilize surf.mp4")]
    [InlineData("remove the watermelon and make it warmer", "remove the watermelon")]
    [InlineData("make it warmer & upscale the whole thing", "upscale the whole thing")]
    public void A_part_that_was_not_understood_is_quoted(string message, string part)
    {
        var conversation = new Conversation(Files).Say(message);

        Assert.IsType<TurnResult.Changed>(conversation.Last);
        Assert.Contains($"I did not understand \"{part}\"", conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hey, could you please make it 12 seconds, thanks a lot!")]
    [InlineData("I'd really love a 12 second slideshow for my grandma's birthday, she will be so happy")]
    [InlineData("make a 15 second video of our trip to Lisbon with calm music")]
    [InlineData("good morning! my boss wants it vertical, sorry for the trouble")]
    [InlineData("make it vertical because it is for my phone, and if possible 12 seconds long")]
    [InlineData("please make it warmer, it looks a bit cold to me")]
    [InlineData("add upbeat music and the title 'Add Fireworks And Remove Penguins'")]
    [InlineData("turn these into a short teaser, 9 seconds, square please")]
    [InlineData("make it 12 seconds, thank you so much, you are great")]
    [InlineData("ok now make it a little bit brighter, that would be lovely")]
    [InlineData("create a slideshow, nothing fancy")]
    [InlineData("make a 12 second video, keep the rest as it is")]
    public void Politeness_and_reasons_are_no_alarm(string message)
    {
        var conversation = new Conversation(Files).Say(message);

        Assert.IsType<TurnResult.Changed>(conversation.Last);
        Assert.DoesNotContain("did not understand", conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a vertical short\ncaptions:\nDay one.\nDay two.")]
    [InlineData("a vertical short with these captions:\nDay one.\nDay two.")]
    [InlineData("a 12 second slideshow with captions\n\n[script file: words.txt]\nDay one.\nDay two.")]
    public void Captions_whose_words_are_given_are_not_asked_for(string message)
    {
        var conversation = new Conversation(Files).Say(message);

        Assert.Contains("2 captions", conversation.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("I need the words", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_part_is_shortened()
    {
        var conversation = new Conversation(Files).Say("make it square and add " + string.Join(' ', Enumerable.Repeat("glittering", 30)));

        Assert.Contains("…\"", conversation.Reply, StringComparison.Ordinal);
        Assert.True(conversation.Reply.Length < 300);
    }

    [Fact]
    public void A_wish_to_shuffle_is_answered_honestly()
    {
        var conversation = new Conversation(Files).Say("create a slideshow", "shuffle the photos");

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains("I do not shuffle", conversation.Reply, StringComparison.Ordinal);
    }
}
