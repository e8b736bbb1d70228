using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Words that mean something said before: in the sentence, in the message, or in the one before it.</summary>
public sealed class DirectorFollowsTheConversation
{
    private const string Files = "oak.jpg elm.jpg walk.mp4:12 mark.png tune.mp3:30";

    [Theory]
    [InlineData("add calm music / my boss dislikes the music. take it out", "!music")]
    [InlineData("make a video with the title 'Oak' / neither the title nor walk.mp4 works. remove both", "!title;!walk")]
    [InlineData("add calm music and the title 'Oak' / remove the title and the music. no wait, the title stays", "title Oak;!music")]
    [InlineData("add calm music / scrap the title, the music can stay", "music calm")]
    [InlineData("make a video / the last shot drags. make it 4 seconds", "mark 18-22")]
    [InlineData("make a video / make it vertical. never mind", "1920x1080")]
    [InlineData("make a video / make it vertical. scratch that, make it square", "1080x1080")]
    [InlineData("make a video / walk.mp4 first, then oak.jpg, then elm.jpg. keep the order as it is", "walk 0-12, oak")]
    [InlineData("make a video / put mark.png top left / get rid of mark.png", "!over")]
    [InlineData("oak.jpg 5 seconds, the other two just 2 each", "oak 0-5, elm 5-7")]
    [InlineData("keep only walk.mp4 / speed it up so that it lasts 4 seconds", "3x;total 4")]
    [InlineData("keep only oak.jpg / add tune.mp3 as the music / the video ends when the song ends", "total 30")]
    [InlineData("keep only walk.mp4 / split it at 3s and at 7s", "walk 0-3, walk 3-7 (3-7), walk 7-12")]
    [InlineData("add tune.mp3 as music at 40% / bump the song up to 70", "tune.mp3 0-21 70%")]
    [InlineData("keep only oak.jpg / make it last three and a half seconds", "total 3.5")]
    [InlineData("keep only walk.mp4 / the clip was filmed upside down", "rot180")]
    [InlineData("make a video / fade out to black over the final 2", "fade-out 2")]
    [InlineData("keep only walk.mp4 / speed the walk up a bit", "1.5x")]
    public void What_was_said_before_is_meant(string messages, string facts)
    {
        var conversation = new Conversation(Files).Say(messages.Split(" / "));

        Assert.All(facts.Split(';'), fact => Assert.True(
            fact[0] == '!' != conversation.Shown.Contains(fact.TrimStart('!'), StringComparison.Ordinal), $"{fact}\n  shown: {conversation.Shown}\n  reply: {conversation.Reply}"));
    }

    [Fact]
    public void A_subtitle_file_is_known_wherever_it_stands()
    {
        var conversation = new Conversation("walk.mp4:12").Say("put these on it please\n\n1\n00:00:01,000 --> 00:00:03,500\nHello there.\n\n2\n00:00:04,000 --> 00:00:06,000\nMind the step.\n");

        Assert.Contains("caption Hello there. 1-3.5 | caption Mind the step. 4-6", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_ends_with_the_quote_that_ends_it()
    {
        var conversation = new Conversation("walk.mp4:12").Say("Narrator says: \"Come in. Look around.\" Make it black and white.");

        Assert.Contains("voice Come in. Look around.", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("bw", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Redo_brings_back_what_was_undone_step_by_step()
    {
        var conversation = new Conversation("oak.jpg elm.jpg").Say("make a video", "make it square", "add the title 'Hop'", "undo", "undo");
        Assert.DoesNotContain("1080x1080", conversation.Shown, StringComparison.Ordinal);

        Assert.Contains("1080x1080", conversation.Say("redo").Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Hop", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("Hop", conversation.Say("redo that").Shown, StringComparison.Ordinal);
        Assert.Contains("nothing to redo", conversation.Say("redo").Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void After_another_change_there_is_nothing_to_redo()
    {
        var conversation = new Conversation("oak.jpg elm.jpg").Say("make a video", "make it square", "undo", "black and white", "redo");

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
    }
}
