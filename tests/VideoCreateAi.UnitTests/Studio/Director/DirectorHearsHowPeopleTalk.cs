using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Words that people use without thinking of a timeline: my song, not yellow but white, put HELLO on it.</summary>
public sealed class DirectorHearsHowPeopleTalk
{
    private const string Trip = "coast.jpg ride.mp4:42 song.mp3:95";
    private const string Fields = "поле.jpg река.mp4:40 скрипка.mp3:115";

    [Theory]
    [InlineData(Trip, "coast 4 seconds, then ride 10 seconds / lay my song under it, quiet", "music song.mp3 0-14 20%")]
    [InlineData("a.jpg b.jpg lied.mp3:60", "beide Bilder, je 5 Sekunden / leg mein Lied drunter, leise", "music lied.mp3 0-10 20%")]
    [InlineData("海边.jpg 老街.mp4:28 民谣.mp3:210", "海边3秒，老街8秒 / 用我的歌做背景", "music 民谣.mp3 0-11")]
    [InlineData(Fields, "сделай ролик: река 5 секунд, поле 4 секунды / поставь скрипку", "music скрипка.mp3 0-9")]
    public void The_only_song_is_the_one_that_is_meant(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Fact]
    public void With_two_songs_nobody_s_own_is_guessed()
    {
        var conversation = new Conversation("a.jpg b.jpg one.mp3:60 two.mp3:60").Say("both, 5 seconds each", "put one.mp3 under it", "make my song quieter");

        Assert.Contains("music one.mp3", conversation.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("two.mp3", conversation.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jpg b.jpg", "3 seconds each, title \"Ebb\" in yellow / not yellow, white", "title Ebb 0-3 #FFFFFF")]
    [InlineData(Fields, "река 5 секунд, поле 4 секунды / заголовок «Лето», жёлтым / нет, не жёлтым, белым", "#FFFFFF")]
    [InlineData("a.jpg b.jpg", "两张各3秒 / 不要竖屏，要方形", "1080x1080")]
    [InlineData("a.jpg b.jpg", "3 seconds each / make it not vertical but square", "1080x1080")]
    public void What_is_denied_beside_its_like_is_not_done(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData(Trip, "coast 4 seconds, ride 10 seconds / write HELLO on the coast, red", "title HELLO 0-4 #FF3B30")]
    [InlineData(Trip, "coast 4 seconds, ride 10 seconds / Add SUMMER 2026 at the top", "title SUMMER 2026 ")]
    public void Capitals_among_small_letters_are_written_as_they_stand(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("a.jpg b.jpg c.jpg d.jpg", "a slideshow of the four photographs, one minute in all", "total 60 |;a 0-")]
    [InlineData("正面.jpg 侧面.jpg 细节.mp4:12", "总长9秒，正面侧面细节各3秒", "正面 0-3, 侧面 3-6, 细节 6-9")]
    [InlineData("满月.jpg 宝宝.mp4:33 全家.jpg", "先放满月，再放宝宝，最后全家，一共别超过30秒", "total 30 |")]
    [InlineData("дача.mp4:40 река.mp4:26 закат.jpg", "дача, река, закат. Всего 21 секунда", "total 21 |")]
    [InlineData("a.mp4:20 b.mp4:20", "beide Clips, insgesamt 10 Sekunden", "a 0-5;b 5-10;total 10 |")]
    [InlineData("a.jpg b.jpg", "fotos a y b, 8 segundos en total", "a 0-4, b 4-8")]
    [InlineData("a.jpg b.jpg", "a et b / au total 10 secondes", "a 0-5, b 5-10")]
    [InlineData("a.jpg b.jpg", "aとb / 合計12秒にして", "a 0-6, b 6-12")]
    [InlineData("a.jpg b.jpg c.jpg", "3 seconds each / make it 20 seconds overall / 5 seconds shorter overall", "total 15 |")]
    public void A_length_of_the_whole_is_of_nothing_else(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("photo1.jpg photo2.jpg clip.mp4:20", "写真を3秒ずつ、その後に動画を10秒 / clip.mp4の前の写真だけ、ゆっくりズームして", "photo1 0-3;photo2 3-6;clip 6-16")]
    [InlineData("a.jpg b.jpg c.jpg", "3 seconds each / only the second photo, turn it black and white", "a 0-3;b 3-6;c 6-9")]
    public void Only_in_front_of_a_treatment_takes_nothing_out(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("prato.jpg cozinha.mp4:38 chef.mp4:27", "cozinha 6 segundos, chef 6 segundos, prato 3 segundos / coloca o chef e a cozinha lado a lado", "chef;cozinha;!prato")]
    [InlineData("dish.jpg kitchen.mp4:38 cook.mp4:27", "kitchen 6 s, cook 6 s, dish 3 s / put the cook and the kitchen side by side", "cook;kitchen;!dish")]
    public void Two_that_are_named_share_the_screen(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("tarta.jpg baile.mp4:54 grupo.jpg", "tarta, baile y grupo, 25 segundos en total / quita la foto del grupo y que el baile ocupe lo que sobra", "baile;!grupo")]
    [InlineData("vigne.mp4:22 cave.jpg", "montez le clip vigne dix secondes, puis cave cinq secondes", "vigne 0-10;!vol")]
    [InlineData("a.jpg b.jpg c.jpg", "3秒ずつ / 1枚目と2枚目が逆でした", "b 0-3, a 3-6, c 6-9")]
    public void Words_that_look_like_others_do_no_harm(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("a.jpg b.jpg c.jpg", "3 seconds each with crossfades / move c first / undo the crossfades only", "c 0-3;b 6-9;!<crossfade")]
    [InlineData("a.jpg b.jpg", "3 seconds each / make it square / put it back how it was", "1920x1080")]
    [InlineData("a.jpg b.jpg song.mp3:60", "3 seconds each with song.mp3 as music / undo the fade of the song", "music song.mp3 0-6")]
    public void Undo_means_what_is_named_beside_it_and_else_the_last_change(string files, string messages, string facts) => Conversation.Holds(files, messages, facts);

    [Theory]
    [InlineData("It's her birthday 🎂🎈 3 seconds each")]
    [InlineData("🎬👩‍👩‍👧 3 seconds each ❤️‍🔥")]
    [InlineData("3 seconds each \U0001F3F4\U000E0067\U000E0062!")]
    public void Picture_signs_do_no_harm(string message) => Conversation.Holds("a.jpg b.jpg", message, "a 0-3, b 3-6");

    [Fact]
    public void A_reply_tells_when_music_begins_and_how_it_comes_and_goes()
    {
        var conversation = new Conversation(Trip).Say("coast 4 seconds, ride 10 seconds", "song.mp3 as music from second 5, fading in for 2 seconds");

        Assert.Contains("song.mp3, 35 %, from 5 s", conversation.Reply, StringComparison.Ordinal);
        Assert.Contains("fading in over 2 s", conversation.Reply, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(2), Assert.Single(conversation.Timeline!.Sounds(SoundRole.Music)).FadeIn);
    }

    [Fact]
    public void Who_asks_for_what_no_studio_has_learns_why()
    {
        var conversation = new Conversation(Trip).Say("coast 4 seconds, ride 10 seconds", "paint gulls into the sky");

        Assert.Contains("cannot change what a picture shows", conversation.Reply, StringComparison.Ordinal);
    }
}
