using VideoCreateAi.Studio.Director;

namespace VideoCreateAi.UnitTests.Studio.Director;

public sealed class DirectorTouchesOnlyWhatIsMeant
{
    private const string Stills = "oak.jpg elm.jpg ash.jpg fir.jpg";
    private const string Clips = "kite.mp4:10 swim.mp4:6";

    [Theory]
    [InlineData(Clips, "shorten kite.mp4 to the first 4 seconds", "kite 0-4, swim 4-10")]
    [InlineData(Clips, "cut the video down to the first 7 s", "total 7 | kite 0-7")]
    [InlineData(Clips, "trim the second clip to the last 2 secs", "kite 0-10, swim 10-12 (4-6)")]
    [InlineData(Clips, "trim the first 4 seconds of kite.mp4", "kite 0-6 (4-10), swim 6-12")]
    [InlineData(Stills, "trim ash.jpg to the first 2 s", "ash 6-8, fir 8-11")]
    [InlineData(Stills, "please trim to the first 5 seconds", "total 5 | oak 0-3, elm 3-5")]
    [InlineData(Stills, "switch the second and fourth pictures", "oak 0-3, fir 3-6, ash 6-9, elm 9-12")]
    [InlineData(Stills, "swap picture 1 and picture 3", "ash 0-3, elm 3-6, oak 6-9, fir 9-12")]
    [InlineData(Stills, "take out images 2 and 4", "total 6 | oak 0-3, ash 3-6")]
    [InlineData(Stills, "delete photos 1, 2, and 4", "total 3 | ash 0-3")]
    [InlineData(Stills, "drop 1 and 4", "total 6 | elm 0-3, ash 3-6")]
    [InlineData(Stills, "dissolve only between 2 and 3", "oak 0-3, elm 3-6, ash 5.5-9 <crossfade 0.5, fir 9-12")]
    [InlineData(Stills, "make pictures 1 and 3 cooler", "oak 0-3 cool, elm 3-6, ash 6-9 cool, fir 9-12")]
    [InlineData(Stills, "make the first and last picture black and white", "oak 0-3 bw, elm 3-6, ash 6-9, fir 9-12 bw")]
    [InlineData(Stills, "show pictures 2 and 3 for 4 seconds each", "oak 0-3, elm 3-7, ash 7-11, fir 11-14")]
    [InlineData(Clips, "trim clips 1 and 2 to 5 seconds", "kite 0-5, swim 5-10")]
    public void A_selection_is_exactly_what_was_said(string files, string message, string shown)
    {
        var conversation = new Conversation(files).Say("make a video", message);

        Assert.Contains(shown, conversation.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delete the 7th picture", "There is no 7th picture")]
    [InlineData("add the title 'Bark' on the 8th photo", "There is no 8th picture")]
    [InlineData("swap the 1st and 6th", "There is no 6th shot")]
    [InlineData("swap picture 2 and picture 22", "There is no 22nd picture")]
    public void A_shot_that_is_not_there_is_said_and_nothing_happens(string message, string words)
    {
        var conversation = new Conversation(Stills).Say("make a video", message);

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains(words, conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sprinkle confetti for 4 secs")]
    [InlineData("add a blorb for 2 seconds")]
    [InlineData("put unicorns for 5 s")]
    [InlineData("make me a pancake for 6 seconds")]
    public void A_time_of_something_unknown_is_not_the_length_of_the_video(string message)
    {
        var conversation = new Conversation(Stills).Say("make a video", message);

        Assert.IsType<TurnResult.Unchanged>(conversation.Last);
        Assert.Contains("length of the video stays", conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add a titel saying Quiet Woods for the frist 2 secs", "title Quiet Woods 0-2")]
    [InlineData("20 sec teaser, square, calm music", "1080x1080 | total 20")]
    [InlineData("8s reel w/ music", "total 8")]
    [InlineData("our week in Oslo, 16 seconds, with upbeat music", "total 16")]
    [InlineData("four pictures, 2 seconds each, 1:1, soft piano music", "1080x1080 | total 8")]
    [InlineData("total duration about 24 seconds", "total 24")]
    [InlineData("square video please", "1080x1080 | total 12")]
    public void A_creation_needs_no_verb_and_no_spelling(string message, string shown)
    {
        var conversation = new Conversation(Stills).Say(message);

        Assert.Contains(shown, conversation.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("not understand", conversation.Reply, StringComparison.Ordinal);
    }
}
