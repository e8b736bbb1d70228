namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Titles, captions, sound, looks and logos in the words of people who do not know the tables.</summary>
public sealed class DirectorUnderstandsContent
{
    private const string Clips = "creek.mp4:12 lodge.mp4:20 stove.mp4:8 hum.mp3:90 drum.mp3:60 stamp.png";
    private const string Stills = "ash.jpg elm.jpg fir.jpg";

    [Theory]
    [InlineData("On the second photo, write 'Hello'", "title Hello 4-8")]
    [InlineData("under every photo its name: 'Ash', 'Elm' and 'Fir'", "title Ash 0-4", "title Elm 4-8", "title Fir 8-12")]
    [InlineData("'One' at 2s, 'Two' at 6s in the top left, each gone after 3 seconds", "title One 2-5 TopLeft", "title Two 6-9 TopLeft")]
    [InlineData("title 'Hi' from the third to the seventh second", "title Hi 3-7")]
    [InlineData("title 'Hi' until 2 seconds before the end", "title Hi 0-10")]
    [InlineData("the words 'Hi' during the first second and a half, white and at the top", "title Hi 0-1.5 Top #FFFFFF")]
    [InlineData("title 'Hi' for the first 2 seconds of the third photo", "title Hi 8-10")]
    public void Where_and_when_a_title_stands(string message, params string[] shown) => Holds(Stills, ["4 seconds each", message], shown);

    [Theory]
    [InlineData("oops, it's spelled 'Grand Opening' of course", "title Grand Opening 0-4")]
    [InlineData("make that heading say 'Closing' and drop it to the lower right", "title Closing 0-4 BottomRight")]
    [InlineData("'Closing' instead of it, in the same place", "title Closing 0-4")]
    [InlineData("keep it until 3 seconds before the end", "title Grand Opning 0-9")]
    [InlineData("title gone, please", "total 12")]
    public void What_becomes_of_a_title_that_is_there(string message, params string[] shown)
    {
        var conversation = Holds(Stills, ["4 seconds each", "title 'Grand Opning' for the first 4 seconds", message], shown);

        Assert.InRange(conversation.Timeline!.TextTracks.Sum(track => track.Segments.Count), 0, 1);
    }

    [Theory]
    [InlineData("subs please\n00:02 --> 00:05 Keep left\n00:05 --> 00:09 over the stile", "caption Keep left 2-5", "caption over the stile 5-9")]
    [InlineData("subtitles from this table:\n| from | to | line |\n|---|---|---|\n| 0:01 | 0:04 | Where? |\n| 0:04 | 0:06 | There. |", "caption Where? 1-4", "caption There. 4-6")]
    [InlineData("captions:\n1. Hello (0-2s)\n2. World (2-4s)\nand a cool filter", "caption Hello 0-2", "caption World 2-4", "cool")]
    [InlineData("subtitles:\n[0:01] one\n[0:04] two", "caption one 1-4", "caption two 4-12")]
    [InlineData("subtitles: Hello / Goodbye", "caption Hello 0-6", "caption Goodbye 6-12")]
    [InlineData("captions 'Cold' from 1 to 3 and 'Warm' from 3 to 6", "caption Cold 1-3", "caption Warm 3-6")]
    [InlineData("00:02-00:05 开门\n00:05-00:09 关门\n这两条上字幕", "caption 开门 2-5", "caption 关门 5-9")]
    public void Captions_in_the_layout_in_which_they_come(string message, params string[] shown) => Holds("creek.mp4:12", [message], shown);

    [Theory]
    [InlineData("the second subtitle should say 'There'", "caption Here 0-6", "caption There 6-12")]
    [InlineData("change the caption 'Here' to 'Everywhere'", "caption Everywhere 0-6", "caption Gone 6-12")]
    [InlineData("get rid of the last caption", "caption Here 0-6")]
    public void A_caption_is_reworded_where_it_stands(string message, params string[] shown) => Holds("creek.mp4:12", ["captions:\nHere\nGone", message], shown);

    [Theory]
    [InlineData("mute everything except the lodge", "creek 0-12 vol0, lodge 12-32, stove 32-40 vol0")]
    [InlineData("only the stove should be heard", "creek 0-12 vol0, lodge 12-32 vol0, stove 32-40")]
    [InlineData("creek and stove should be silent", "creek 0-12 vol0, lodge 12-32, stove 32-40 vol0")]
    [InlineData("the one with the lodge is deafening, put it at a quarter", "lodge 12-32 vol25")]
    [InlineData("Both of them are too loud. Take creek and stove down to half volume.", "creek 0-12 vol50", "stove 32-40 vol50")]
    public void Whose_sound_is_meant(string message, params string[] shown) => Holds(Clips, ["creek, lodge and stove", message], shown);

    [Theory]
    [InlineData("hum.mp3 at half volume / hum.mp3 20 points lower", "music hum.mp3 0-40 30%")]
    [InlineData("hum.mp3 as music at 90% / the music down to a third of what it is now", "music hum.mp3 0-40 30%")]
    [InlineData("hum.mp3 as music at 35% / drum.mp3 in place of it", "music drum.mp3 0-40 35%")]
    [InlineData("hum.mp3 should come in when the lodge begins", "music hum.mp3 12-40")]
    [InlineData("hum.mp3 as music at 40% / nudge the music up by 10 percent", "music hum.mp3 0-40 44%")]
    public void How_loud_and_when_music_plays(string messages, params string[] shown) => Holds(Clips, ["creek, lodge and stove", .. messages.Split(" / ")], shown);

    [Fact]
    public void A_kind_of_music_keeps_the_word_it_was_asked_for_by()
    {
        var conversation = new Conversation(Stills).Say("4 seconds each", "some disco at 60%");

        Assert.Contains("disco", conversation.Timeline!.SoundTracks[0].Segments[0].Prompt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("warm filter / filter away", "!warm")]
    [InlineData("more contrast / brighter / contrast back to normal", "!+contrast", "brighter")]
    [InlineData("tone down the colours", "-saturation")]
    [InlineData("it looks washed out", "+saturation")]
    [InlineData("show the photos whole, nothing cropped", "Contain")]
    [InlineData("fade the picture in over two seconds", "fade-in 2")]
    [InlineData("start from black and end in black, one second each", "fade-in 1", "fade-out 1")]
    [InlineData("wipe from ash.jpg to elm.jpg", "elm 3.5-8 <wipe 0.5", "!fir 8-12 <")]
    [InlineData("crossfades everywhere / replace the crossfades with wipes", "<wipe", "!crossfade")]
    public void How_the_picture_looks(string messages, params string[] shown) => Holds(Stills, ["4 seconds each", .. messages.Split(" / ")], shown);

    [Theory]
    [InlineData("only for the final 8 seconds", "over stamp.png top-left 32-40")]
    [InlineData("the stamp only over the lodge, half transparent", "over stamp.png top-left 12-32 50%")]
    [InlineData("take the stamp off the first 8 seconds", "over stamp.png top-left 8-40")]
    [InlineData("the stamp should go bottom right instead", "over stamp.png bottom-right 0-40")]
    [InlineData("no stamp any more", "!over")]
    public void What_becomes_of_a_logo(string message, params string[] shown) => Holds(Clips, ["creek, lodge and stove", "stamp.png top left", message], shown);

    [Theory]
    [InlineData("I want these two in a split: creek above, lodge below", "creek 0-12 top", "over lodge.mp4 bottom 0-12")]
    [InlineData("split screen please. lodge goes left, creek goes right", "lodge 0-12 left", "over creek.mp4 right 0-12")]
    [InlineData("creek left, lodge right side by side / swap the sides", "lodge 0-12 left", "over creek.mp4 right 0-12")]
    public void Halves_of_the_screen(string messages, params string[] shown) => Holds("creek.mp4:12 lodge.mp4:20", ["both clips together", .. messages.Split(" / ")], shown);

    [Fact]
    public void A_voice_ends_where_the_next_wish_begins()
    {
        var conversation = new Conversation(Stills).Say("4 seconds each", "配个旁白，念这句：我们开门二十年。背景音乐不要");

        Assert.Contains("voice 我们开门二十年。", conversation.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_that_only_asks_changes_nothing()
    {
        var conversation = new Conversation(Stills).Say("4 seconds each");
        var before = conversation.Shown;

        conversation.Say("could it be better in square? Just asking, don't change anything.");

        Assert.Equal(before, conversation.Shown);
    }

    private static Conversation Holds(string files, string[] messages, string[] shown)
    {
        var conversation = new Conversation(files).Say(messages);
        foreach (var fact in shown)
        {
            if (fact[0] == '!')
            {
                Assert.DoesNotContain(fact[1..], conversation.Shown, StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(fact, conversation.Shown, StringComparison.Ordinal);
            }
        }

        return conversation;
    }
}
