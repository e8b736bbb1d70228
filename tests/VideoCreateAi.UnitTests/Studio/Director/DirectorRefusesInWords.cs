using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>What cannot be done changes nothing and is told; what can be done is done as said.</summary>
public sealed class DirectorRefusesInWords
{
    private const string Stills = "oak.jpg elm.jpg ash.jpg fir.jpg";

    [Theory]
    [InlineData("make a video / add our logo at the bottom left", "upload it")]
    [InlineData("make a video / put a watermark over it", "upload it")]
    [InlineData("make a 4 second video / add the title 'Dusk' from 6 to 9 seconds", "only 4 s long")]
    [InlineData("make a video / make it -8 seconds", "below zero")]
    [InlineData("make a video / bring the music back", "no music before")]
    [InlineData("make a 16 second video / split at 8 s", "a cut at 8 s already")]
    [InlineData("make a video with title 'Oak' / remove the green title", "no green title")]
    [InlineData("make a video / give it a calm look", "warm, cool, black and white")]
    public void Nothing_changes_and_the_reason_is_said(string messages, string words)
    {
        var conversation = new Conversation(Stills).Say(messages.Split(" / "));

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains(words, conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("make a video with calm music / make the whole thing look cinematic", "+contrast;music calm 0-12")]
    [InlineData("make a video / add the caption 'Old bark' on the third picture", "caption Old bark 6-9")]
    [InlineData("make a 3 second video / add the title 'Oak' / make the video 20 seconds", "title Oak 0-3;total 20")]
    [InlineData("make a video with title 'Oak' / replace the title with 'Elm'", "title Elm 0-3;!Oak")]
    [InlineData("make a video with title 'Oak' / change the title text to Birch", "title Birch 0-3;!Oak")]
    [InlineData("make a video / add a green title 'Oak' / add a pink title 'Elm' at the end / delete the pink title", "title Oak;!Elm")]
    [InlineData("make a video with upbeat music / turn the music off", "!music")]
    [InlineData("make a video with upbeat music / turn the music off / make it 20 seconds / bring the music back", "music upbeat 0-20")]
    [InlineData("make a video with upbeat music / music off please", "!music")]
    [InlineData("make it 18 seconds, no wait, make that 22 seconds", "total 22")]
    [InlineData("make a video / please dont crop the photos", "Contain")]
    [InlineData("make a video with title 'Oak' / I do not want the title anymore", "!title")]
    [InlineData("make a video with upbeat music / we no longer want the music", "!music")]
    public void What_is_meant_is_done(string messages, string facts)
    {
        var conversation = new Conversation(Stills).Say(messages.Split(" / "));

        Assert.All(facts.Split(';'), fact => Assert.True(
            fact[0] == '!' != conversation.Shown.Contains(fact.TrimStart('!'), StringComparison.Ordinal), $"{fact}\n  shown: {conversation.Shown}\n  reply: {conversation.Reply}"));
    }

    [Theory]
    [InlineData("make a video / add a green title 'Oak' / add a title 'Elm' / remove all titles", "2 titles removed")]
    [InlineData("make a video with calm music / set the music to 400%", "up to 200 %")]
    [InlineData("make a video / make photo 2 cooler", "elm.jpg")]
    [InlineData("make a video / make it square / undo", "1080×1080@30 → 1920×1080@30")]
    public void The_reply_says_what_happened(string messages, string words)
    {
        var conversation = new Conversation(Stills).Say(messages.Split(" / "));

        Assert.IsNotType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains(words, conversation.Reply, StringComparison.Ordinal);
    }
}
