using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorAnswers
{
    private const string Files = "oak.jpg elm.jpg ash.jpg hum.mp3:40";

    [Theory]
    [InlineData("make a video with jazz music / which music is playing?", "Jazz music")]
    [InlineData("make a video / is there any music?", "There is no music")]
    [InlineData("make a video with title 'Woods' / what is the title?", "\"Woods\" (0-3 s)")]
    [InlineData("make a video / are there titles?", "There is no title")]
    [InlineData("make a video / what pictures are in it?", "1. oak.jpg (0-3 s), 2. elm.jpg")]
    [InlineData("make a video / how long will it be?", "9 s long")]
    [InlineData("make a video / what can I do?", "titles, captions, music")]
    [InlineData("make a video / how can I make it square?", "\"make it square\"")]
    [InlineData("make a video / is it vertical?", "1920×1080")]
    [InlineData("make a video / export it as a gif in 480p", "Exporting is a step of its own")]
    [InlineData("make a video / thanks, looks great", "Thank you")]
    [InlineData("make a video / good morning", "Hello")]
    [InlineData("make a video / add a voice over", "hum.mp3 is uploaded")]
    [InlineData("make a video / add captions", "I need the words")]
    [InlineData("make a video / can you animate the pictures", "zoom in")]
    public void Without_touching_the_video(string messages, string words)
    {
        var conversation = new Conversation(Files).Say(messages.Split(" / "));

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains(words, conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_that_lies_unused_is_mentioned()
    {
        var conversation = new Conversation(Files).Say("make a video with upbeat music");

        Assert.Contains("hum.mp3 is uploaded and nothing uses it", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_recording_is_taken_for_narration()
    {
        var conversation = new Conversation("oak.jpg narration.mp3:2").Say("make a video", "now add the narration");

        Assert.Contains("voice narration.mp3 0-2", conversation.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start from scratch")]
    [InlineData("delete everything")]
    public void Starting_over_leaves_the_files_as_uploaded(string message)
    {
        var conversation = new Conversation(Files).Say("a 20 second vertical video with calm music and title 'Woods'", message);

        Assert.Equal("1920x1080 | total 9 | oak 0-3, elm 3-6, ash 6-9", conversation.Shown);
        Assert.Contains("started over", conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("make it 1:1 not vertical", "1080x1080")]
    [InlineData("make it cool not warm", "cool")]
    public void What_is_denied_beside_a_wish_is_not_done(string message, string shown)
    {
        var conversation = new Conversation(Files).Say("make a video", message);

        Assert.Contains(shown, conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_over_the_picture_has_no_place_among_the_shots()
    {
        var conversation = new Conversation("oak.jpg elm.jpg logo.png").Say("make a video", "add the logo", "move logo.png to the end");

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains("lies over the picture", conversation.Reply, StringComparison.Ordinal);
    }
}
