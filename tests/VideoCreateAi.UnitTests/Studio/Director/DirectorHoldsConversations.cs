using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Everyday wishes in the middle of a conversation, as a person without any rules in mind makes them.</summary>
public sealed class DirectorHoldsConversations
{
    private const string House = "house.jpg garden.jpg kitchen.jpg";
    private const string Party = "party.mp4:30 cake.jpg";
    private const string Film = "film.mp4:60";

    [Theory]
    [InlineData(Party, "use the clip then the cake photo for 4 seconds", "party 0-30, cake 30-34")]
    [InlineData(Party, "make a video with the clip and then the photo for 4 seconds", "party 0-30, cake 30-34")]
    [InlineData(House, "15 seconds / the second photo a bit longer, like 7 seconds", "garden 5-12;total 17 |")]
    [InlineData("haus.jpg garten.jpg", "10 Sekunden / der Garten etwas länger, 7 Sekunden", "garten 5-12;total 12 |")]
    [InlineData(House, "15 seconds / the second photo longer, 2 more seconds", "garden 5-12;total 17 |")]
    [InlineData(Film, "remove everything between 10 and 20 seconds", "film 0-10;total 50 |")]
    [InlineData("x.mp4:30 y.mp4:30 z.mp4:30", "5 seconds of each clip / slide transitions of 0.7s between them / order z, y, x", "z 0-;total 15 |")]
    [InlineData("写真1.jpg 写真2.jpg", "この2枚で10秒の動画を作って / 2枚目を先にして", "写真2 0-5, 写真1 5-10")]
    public void Shots_and_lengths(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData(House, "15 seconds / title \"Lisbon\" / make that title yellow and a bit longer on screen, like 5 seconds", "title Lisbon 0-5;total 15 |")]
    [InlineData(Film, "use the clip / say over it: \"Meet Rex and Luna.\"", "voice;!title Meet")]
    [InlineData(Film, "use the clip / have someone say \"Welcome to the farm\"", "voice;!title Welcome")]
    [InlineData(Film, "use the clip / put captions: hello everyone | let's talk about bees", "caption")]
    public void Texts_and_voices(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Fact]
    public void A_slow_zoom_out_goes_out()
    {
        var conversation = new Conversation(House).Say("15 seconds with a slow zoom out");

        Assert.All(conversation.Timeline!.Shots(), shot => Assert.Equal(Motion.ZoomOut, shot.Motion));
    }

    [Fact]
    public void Shots_of_unknown_names_are_asked_for_before_anything_is_swapped()
    {
        var conversation = new Conversation(House);

        conversation.Say("all photos", "swap the bedroom and bathroom pictures");

        Assert.Contains("house 0-3, garden 3-6, kitchen 6-9", conversation.Shown, StringComparison.Ordinal);
        Assert.Contains("which two shots", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_tells_place_and_colour_of_a_title()
    {
        var conversation = new Conversation(House);

        conversation.Say("all photos", "title \"Ebb\" in yellow at the top right");

        Assert.Contains("title \"Ebb\" (0-3 s, top right, yellow)", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_texts_holds_for_captions_where_there_are_no_titles()
    {
        var conversation = new Conversation(Film);

        conversation.Say("use the clip", "captions:\nHello\nGoodbye", "all texts in white at the bottom");

        Assert.Contains("look of 2 captions", conversation.Reply, StringComparison.Ordinal);
    }
}
