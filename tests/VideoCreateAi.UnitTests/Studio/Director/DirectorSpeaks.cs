using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Voiceovers: from words in a message to words on the timeline.</summary>
public sealed class DirectorSpeaks
{
    private const string Files = "oak.jpg elm.jpg ash.jpg";

    private const string Long = "We grow our apples on the hills above the lake, pick every one of them by hand, press them on the same day, "
        + "and bring the juice to your door before the week is over.";

    [Theory]
    [InlineData("make a video and add a voiceover that says Welcome to our shop", "Welcome to our shop")]
    [InlineData("make a video. narrate: Welcome to our shop", "Welcome to our shop")]
    [InlineData("make a video with a voiceover saying Hello there friends and calm music", "Hello there friends")]
    [InlineData("make a video and add a narrator saying 'We open at nine'", "We open at nine")]
    [InlineData("make a video, with a voice saying We open at nine. Make it vertical.", "We open at nine")]
    [InlineData("make a video\nread this aloud: One. Two. Three.", "One. Two. Three.")]
    [InlineData("make a video\n加一段配音，说：“欢迎光临，全场五折”", "欢迎光临，全场五折")]
    [InlineData("make a video\n添加旁白：欢迎来到我们的商店。", "欢迎来到我们的商店。")]
    [InlineData("make a video\n請加上旁白，內容是「歡迎光臨」", "歡迎光臨")]
    public void Words_to_be_spoken_are_heard_out_of_a_message(string message, string text)
    {
        var voice = Assert.Single(new Conversation(Files).Say(message).Timeline!.Sounds(SoundRole.Voiceover));

        Assert.Equal((text, null), (voice.Text, voice.Source));
    }

    [Theory]
    [InlineData("make a video with calm music", "add a voiceover that says Welcome to our shop")]
    [InlineData("make a video and add a voiceover that says Welcome to our shop", "add calm music")]
    [InlineData("make a video with a voiceover saying Welcome to our shop and calm music", "make it vertical")]
    public void Music_gets_out_of_a_voices_way_whichever_came_first(string first, string second)
    {
        var music = Assert.Single(new Conversation(Files).Say(first, second).Timeline!.Sounds(SoundRole.Music));

        Assert.Equal((true, 0.6), (music.Duck, music.Volume));
    }

    [Fact]
    public void Music_comes_back_when_the_voice_is_taken_out()
    {
        var conversation = new Conversation(Files).Say("make a video with calm music", "add a voiceover that says Welcome to our shop", "remove the voiceover");

        var music = Assert.Single(conversation.Timeline!.Sounds(SoundRole.Music));

        Assert.Equal((false, 1.0), (music.Duck, music.Volume));
    }

    [Fact]
    public void Music_whose_volume_was_asked_for_keeps_it()
    {
        var conversation = new Conversation(Files).Say("make a video with calm music", "music at 30 %", "add a voiceover that says Welcome to our shop");

        Assert.Equal(0.3, Assert.Single(conversation.Timeline!.Sounds(SoundRole.Music)).Volume);
    }

    [Fact]
    public void Pictures_without_a_length_of_their_own_are_shown_until_all_is_said()
    {
        var timeline = new Conversation(Files).Say($"make a video with calm music and add a voiceover that says {Long}").Timeline!;

        var voice = Assert.Single(timeline.Sounds(SoundRole.Voiceover));
        Assert.InRange(voice.Range.Duration.TotalSeconds, 10, 16);
        Assert.Equal(voice.Range.End + TimeSpan.FromMilliseconds(800), timeline.ProgrammeEnd());
        Assert.Equal(timeline.ProgrammeEnd(), Assert.Single(timeline.Sounds(SoundRole.Music)).Range.End);
    }

    [Fact]
    public void A_length_that_was_asked_for_stays_and_the_reply_says_what_is_not_heard()
    {
        var conversation = new Conversation(Files).Say($"make a 6 second video and add a voiceover that says {Long}");

        Assert.Equal(TimeSpan.FromSeconds(6), conversation.Timeline!.ProgrammeEnd());
        Assert.Contains("its end is not heard", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_voice_the_words_are_kept_and_the_reply_says_what_mends_it()
    {
        var conversation = new Conversation(Files) { Narrator = new Narrator(false, "Install espeak-ng.", new Dictionary<string, SpokenText>()) };

        conversation.Say("make a video and add a voiceover that says Welcome to our shop");

        Assert.Equal("Welcome to our shop", Assert.Single(conversation.Timeline!.Sounds(SoundRole.Voiceover)).Text);
        Assert.Contains("not spoken yet, because no voice is installed here. Install espeak-ng.", conversation.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public void A_voiceover_lasts_as_long_as_the_voice_took_and_its_captions_light_up_with_its_words()
    {
        var spoken = new SpokenText(At(2300), [new(At(10), At(500), "Half"), new(At(500), At(900), "price."), new(At(1400), At(1700), "Come"), new(At(1750), At(2080), "in!")]);
        var conversation = new Conversation(Files)
        {
            Narrator = new Narrator(true, "", new Dictionary<string, SpokenText> { ["Half price. Come in!"] = spoken }),
        };

        var timeline = conversation.Say("make a video with a voiceover at 2 s saying \"Half price. Come in!\" with captions").Timeline!;

        var captions = timeline.Texts(TextRole.Caption);
        Assert.Equal(new TimeRange(At(2000), At(2300)), Assert.Single(timeline.Sounds(SoundRole.Voiceover)).Range);
        Assert.Equal(["Half price.", "Come in!"], captions.Select(caption => caption.Text));
        Assert.Equal([(2010.0, 3400.0), (3400.0, 4780.0)], captions.Select(caption => (caption.Range.Start.TotalMilliseconds, caption.Range.End.TotalMilliseconds)));
        Assert.Equal([new TimedWord(At(3400), At(3700), "Come"), new TimedWord(At(3750), At(4080), "in!")], captions[1].Words);
        Assert.All(captions, caption => Assert.Equal(TextStyle.Highlight, caption.Style));
    }

    [Theory]
    [InlineData("make a video. narrate: Welcome to our shop", "add captions")]
    [InlineData("make a video\n加一段配音，说：“欢迎光临”，并加字幕", "make it vertical")]
    public void Captions_are_made_of_what_the_voice_says(string first, string second)
    {
        var caption = Assert.Single(new Conversation(Files).Say(first, second).Timeline!.Texts(TextRole.Caption));

        Assert.True(caption.Words.Count >= 4);
        Assert.Equal(caption.Text.Replace(" ", "", StringComparison.Ordinal), string.Concat(caption.Words.Select(word => word.Text)));
    }

    private static TimeSpan At(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
