namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Texts that no quotation marks set off, and what is said beside the wishes.</summary>
public sealed class DirectorReadsUnquotedTexts
{
    private const string Stills = "pier.jpg dunes.jpg cliff.jpg";
    private const string Mixed = "pier.jpg dunes.jpg surf.mp4:14";
    private const string Talks = "vows.mp4:96 toast.mp4:60 cliff.jpg pier.jpg";
    private const string Game = "match_raw.mp4:40 facecam.mp4:40 lofi_loop.mp3:120";

    [Theory]
    [InlineData(Stills, "make a video / add a title at the beginning that says Cornwall 2025 and make it vertical", "title Cornwall 2025;1080x1920")]
    [InlineData(Stills, "make a video / over the last photo write With love, Ann & Joe in big letters", "title With love, Ann & Joe")]
    [InlineData(Stills, "做个视频 / 开头加个标题 海风吹过的夏天,慢慢淡入", "title 海风吹过的夏天")]
    [InlineData(Stills, "haz un video / ponle un texto al final que diga ¡Hasta pronto! arriba", "title ¡Hasta pronto!")]
    [InlineData(Stills, "mach ein Video / am Anfang bitte einen Titel Wandern im Harz 2024", "title Wandern im Harz 2024")]
    public void A_text_without_quotation_marks(string files, string messages, string facts) => Holds(files, messages, facts);

    [Theory]
    [InlineData(Stills, "make a video / make it 12 seconds, my sister has no patience at all", "total 12")]
    [InlineData(Stills, "make a video / swap the first and the last photo, it tells the story better that way", "cliff 0-3, dunes 3-6, pier 6-9")]
    public void A_reason_asks_for_nothing(string files, string messages, string facts) => Holds(files, messages, facts);

    [Theory]
    [InlineData(Mixed, "all the photos first and then the video at the end, 3 sec per photo", "total 20;pier 0-3, dunes 3-6, surf 6-20")]
    [InlineData(Talks, "start with 20 secs of the vows from about 0:30, then the whole toast, and the photos at the end", "vows 0-20 (30-50);toast 20-80;cliff 80-83")]
    [InlineData(Game, "match_raw full screen, facecam small in the bottom right corner the whole time / drop the match_raw audio to 30%", "total 40;match_raw 0-40")]
    public void A_row_with_parts_of_its_files(string files, string messages, string facts) => Holds(files, messages, facts);

    [Fact]
    public void Nothing_is_taken_out_of_a_picture()
    {
        var talk = new Conversation("pier.jpg dunes.jpg").Say("make a video", "please remove the seagull from the second photo");

        Assert.Contains("taken out of a picture", talk.Reply, StringComparison.Ordinal);
        Assert.Contains("pier 0-3, dunes 3-6", talk.Shown, StringComparison.Ordinal);
    }

    private static void Holds(string files, string messages, string facts)
    {
        var conversation = new Conversation(files).Say(messages.Split(" / "));

        Assert.All(facts.Split(';'), fact => Assert.True(conversation.Shown.Contains(fact, StringComparison.Ordinal), $"{fact}\n  shown: {conversation.Shown}\n  reply: {conversation.Reply}"));
    }
}
