namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>What a list is of: words to shots, times to lines, lengths to the things that were named before them.</summary>
public sealed class DirectorReadsLists
{
    private const string House = "hall1.jpg hall2.jpg hall3.jpg owner.mp4:10";
    private const string Film = "film.mp4:240";
    private const string Two = "regatta.mp4:30 trophy.jpg";

    [Theory]
    [InlineData("all files / captions under each photo: Stairs, Attic, Cellar", "caption Stairs 0-3;caption Attic 3-6;caption Cellar 6-9")]
    [InlineData("all files / put a title on each photo: Stairs, Attic and Cellar", "title Stairs 0-3;title Attic 3-6;title Cellar 6-9")]
    [InlineData("全部用上 / 每张照片下面加字幕：楼梯、阁楼、地窖", "caption 楼梯 0-3;caption 阁楼 3-6;caption 地窖 6-9")]
    [InlineData("Alle Dateien / Untertitel unter jedes Foto: Treppe, Dach, Keller", "caption Treppe 0-3;caption Dach 3-6;caption Keller 6-9")]
    [InlineData("toutes les images / une légende sous chaque photo : escalier, grenier, cave", "caption escalier 0-3;caption grenier 3-6;caption cave 6-9")]
    public void Words_behind_a_colon_are_one_for_each_shot(string messages, string facts) => Conversation.Holds(House, messages, facts);

    [Fact]
    public void A_list_of_words_adds_no_shots()
    {
        var conversation = new Conversation(House).Say("all files", "captions under each photo: Stairs, Attic, Cellar");

        Assert.Contains("hall1 0-3, hall2 3-6, hall3 6-9, owner 9-19", conversation.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("use the film / add captions: 0-4 Ready, 4-9 Steady", "caption Ready 0-4;caption Steady 4-9")]
    [InlineData("use the film / subtitles 0:00-0:04 Ready, 0:04-0:09 to the start, 0:09-0:12 let's go", "caption to the start 4-9;caption let's go 9-12")]
    [InlineData("用这段视频 / 加字幕：0到4秒 预备，4到9秒 跑", "caption 预备 0-4;caption 跑 4-9")]
    [InlineData("nimm den Film / Untertitel: 0-4 Achtung, 4-9 Fertig", "caption Achtung 0-4;caption Fertig 4-9")]
    [InlineData("usa el vídeo / subtítulos: 0-4 Listos, 4-9 Ya", "caption Listos 0-4;caption Ya 4-9")]
    public void Lines_with_their_times_may_stand_on_one_line(string messages, string facts) => Conversation.Holds(Film, messages, facts);

    [Theory]
    [InlineData("I only need minutes 1 to 2", "film 0-60 (60-120)")]
    [InlineData("remove minutes 1-3", "film 0-60, film 60-120 (180-240)")]
    [InlineData("只要第1到第2分钟", "film 0-60 (60-120)")]
    [InlineData("nur Minute 1 bis 2 behalten", "film 0-60 (60-120)")]
    [InlineData("garde seulement les minutes 1 à 2", "film 0-60 (60-120)")]
    [InlineData("cut it into two parts: 10-20 and 40-55", "film 0-10 (10-20), film 10-25 (40-55)")]
    [InlineData("split this into three parts: 0-5, 20-30 and 90-95", "film 0-5, film 5-15 (20-30), film 15-20 (90-95)")]
    [InlineData("schneide es in zwei Teile: 10-20 und 40-55", "film 0-10 (10-20), film 10-25 (40-55)")]
    [InlineData("15秒之前和1分钟以后的都不要", "film 0-45 (15-60)")]
    public void A_unit_said_once_and_a_list_of_parts(string message, string facts) => Conversation.Holds(Film, message, facts);

    [Theory]
    [InlineData("halls 1 to 3, five seconds each, then the owner clip", "hall1 0-5, hall2 5-10, hall3 10-15, owner 15-25")]
    [InlineData("halls 1 and 3, five seconds each, then owner.mp4", "hall1 0-5, hall3 5-10, owner 10-20")]
    public void Each_holds_for_what_stands_before_it(string message, string facts) => Conversation.Holds(House, message, facts);

    [Theory]
    [InlineData("faites une vidéo avec le clip puis la photo pendant 6 secondes")]
    [InlineData("primero el clip y luego la foto durante 6 segundos")]
    [InlineData("先放视频，再放照片6秒")]
    [InlineData("erst der Clip, dann das Foto für 6 Sekunden")]
    public void A_length_is_of_the_shot_named_before_it(string message) => Conversation.Holds(Two, message, "regatta 0-30, trophy 30-36");

    [Theory]
    [InlineData("all files / fade to black at the end / make that fade 3 seconds", "fade-out 3")]
    [InlineData("all files / fade to black at the end / title \"Sold\" for the last 2 seconds / make that fade 3 seconds", "fade-out 3")]
    [InlineData("all files / fade in from black at the start and out at the end, 2 seconds each", "fade-in 2;fade-out 2")]
    [InlineData("全部用上 / 开头从黑屏淡入，结尾淡出，各2秒", "fade-in 2;fade-out 2")]
    public void A_length_is_of_the_fade_that_was_made_last(string messages, string facts) => Conversation.Holds(House, messages, facts);

    [Theory]
    [InlineData("use the film / put calm piano under it / keep the piano quiet", "music calm piano 0-240 20%")]
    [InlineData("use the film / put calm piano under it / the music should stay low", "music calm piano 0-240 20%")]
    [InlineData("nimm den Film / leg ruhiges Klavier drunter / das Klavier bitte leise halten", "music calm piano 0-240 20%")]
    public void Music_that_is_kept_quiet_stays_the_same_music(string messages, string facts) => Conversation.Holds(Film, messages, facts);

    [Fact]
    public void The_reply_tells_when_music_begins()
    {
        var conversation = new Conversation(Film).Say("use the film", "calm music", "start the music at 12 seconds");

        Assert.Contains("from 12 s", conversation.Reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 seconds each / hmm, 4 is better", "hall1 0-4, hall2 4-8")]
    [InlineData("make it 40 seconds / actually 20", "total 20 |")]
    [InlineData("all files / calm music at 50% / 30 is enough", "music calm 0-19 30%")]
    [InlineData("all files / title \"Sold\" for 3 seconds / make it 5", "title Sold 0-5")]
    [InlineData("全部用上 / 第二张6秒 / 还是5秒吧", "hall2 3-8")]
    [InlineData("alle Dateien / je 5 Sekunden / doch lieber 4", "hall1 0-4, hall2 4-8")]
    public void A_value_alone_is_one_of_what_was_set_before(string messages, string facts) => Conversation.Holds(House, messages, facts);

    [Theory]
    [InlineData("all files / photos 5 s each, the clip only 8 s", "hall3 10-15, owner 15-23")]
    [InlineData("全部用上 / 照片每张5秒，视频只要8秒", "hall3 10-15, owner 15-23")]
    [InlineData("all files / loop the clip 3 times", "owner 9-19, owner 19-29, owner 29-39")]
    public void The_clip_among_photos_is_one_of_the_shots(string messages, string facts) => Conversation.Holds(House, messages, facts);
}
