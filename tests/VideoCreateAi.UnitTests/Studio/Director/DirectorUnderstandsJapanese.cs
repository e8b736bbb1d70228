namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>Japanese: particles behind their words, verbs at the end, scripts mixed.</summary>
public sealed class DirectorUnderstandsJapanese
{
    private const string Stills = "dusk.jpg harbour.jpg bridge.png";
    private const string Clips = "surf.mp4:10 dunes.mp4:6 camp.mp4:8";
    private const string One = "walk.mp4:20";
    private const string Mixed = "walk.mp4:20 badge.png song.mp3:60 horns.wav:4";

    [Theory]
    [InlineData(Stills, "12秒の動画を作って", "total 12")]
    [InlineData(Stills, "この3枚でスライドショーを作ってください。全部で15秒", "total 15;dusk 0-5")]
    [InlineData(Stills, "1枚4秒ずつ表示して", "total 12;dusk 0-4")]
    [InlineData(Stills, "各写真を２秒にして、縦型で", "total 6;1080x1920")]
    [InlineData(Stills, "正方形にしてください", "1080x1080")]
    [InlineData(Stills, "長さは1分半で", "total 90")]
    [InlineData(Stills, "動画を作って / 2枚目を5秒にして", "total 11;harbour 3-8")]
    [InlineData(Stills, "動画を作って / 最後の写真を6秒に", "bridge 6-12")]
    [InlineData(Stills, "動画を作って / 二枚目を削除して", "!harbour;total 6")]
    [InlineData(Stills, "動画を作って / 最初の写真はいらない", "!dusk;total 6")]
    [InlineData(Stills, "動画を作って / 後ろから2枚目を消して", "!harbour;total 6")]
    [InlineData(Stills, "動画を作って / bridge.pngを最初に移動して", "bridge 0-3, dusk 3-6")]
    [InlineData(Stills, "動画を作って / dusk.jpgをharbour.jpgの後に移動", "harbour 0-3, dusk 3-6")]
    [InlineData(Stills, "動画を作って / 1枚目と3枚目を入れ替えて", "bridge 0-3, harbour 3-6, dusk 6-9")]
    [InlineData(Stills, "動画を作って / 順番を逆にして", "bridge 0-3, harbour 3-6, dusk 6-9")]
    [InlineData(Stills, "bridge、dusk、harbourの順に並べて", "bridge 0-3, dusk 3-6, harbour 6-9")]
    [InlineData("a.jpg b.jpg c.jpg", "a.jpgとb.jpgで動画を作って / b.jpgをc.jpgに差し替えて", "a 0-3, c 3-6")]
    [InlineData(Clips, "クリップを全部つなげて", "total 24;surf 0-10, dunes 10-16, camp 16-24")]
    [InlineData(Clips, "2番目のクリップを逆再生して", "dunes 10-16 reversed")]
    [InlineData(Clips, "最後のクリップをスローモーションに", "camp 16-32 (0-8) 0.5x")]
    [InlineData(Clips, "最初のクリップだけ2倍速", "surf 0-5 (0-10) 2x")]
    [InlineData(Clips, "全部ミュートして", "surf 0-10 vol0;camp 16-24 vol0")]
    [InlineData(Clips, "1つ目のクリップの音量を30%に下げて", "surf 0-10 vol30")]
    [InlineData(One, "最初の3秒をカットして", "walk 0-17 (3-20)")]
    [InlineData(One, "最後の5秒を削除", "walk 0-15;total 15")]
    [InlineData(One, "3秒から8秒までを切り取って", "total 15;walk 3-15 (8-20)")]
    [InlineData(One, "5秒から10秒だけ残して", "walk 0-5 (5-10)")]
    [InlineData(One, "1.5倍速で再生して", "1.5x")]
    [InlineData(One, "半分の速度にして", "0.5x;total 40")]
    [InlineData(One, "8秒のところで分割して", "walk 0-8, walk 8-20 (8-20)")]
    [InlineData(One, "左右反転して", "flip Horizontal")]
    [InlineData(One, "時計回りに90度回転", "rot90")]
    [InlineData(One, "最初に1秒フェードイン、最後に2秒フェードアウト", "fade-in 1;fade-out 2")]
    [InlineData(Stills, "スライドショー、タイトル「海の家」を入れて", "title 海の家 0-3")]
    [InlineData(Stills, "最初の2秒に「ようこそ」と表示、下に赤で", "title ようこそ 0-2 Bottom #FF3B30")]
    [InlineData(Stills, "左上に「第一話」と入れて", "title 第一話 0-3 TopLeft")]
    [InlineData(Stills, "最後の2秒に『おわり』という文字", "title おわり 7-9")]
    [InlineData(Stills, "4秒から7秒まで「途中」を表示", "title 途中 4-7")]
    [InlineData(Stills, "スライドショー、タイトル「海」 / タイトルを「山」に変えて", "title 山 0-3;!title 海")]
    [InlineData(Stills, "スライドショー、タイトル「海」 / タイトルを黄色にして", "title 海 0-3 #FFD60A")]
    [InlineData(Stills, "スライドショー、タイトル「海」 / タイトルを消して", "!title")]
    [InlineData(Stills, "明るい音楽をつけて", "music happy 0-9")]
    [InlineData(Stills, "落ち着いたピアノのBGMを音量40%で", "music calm piano 0-9 40%")]
    [InlineData(Stills, "ローファイの曲を流して", "music lo-fi 0-9")]
    [InlineData(Stills, "楽しい音楽をつけて / 音楽をもう少し小さくして", "music happy 0-9 60%")]
    [InlineData(Stills, "楽しい音楽をつけて / 音楽はなしで", "!music")]
    [InlineData(Stills, "楽しい音楽、タイトル「朝」 / タイトルはそのままで、音楽を消して", "title 朝;!music")]
    [InlineData(Mixed, "song.mp3をBGMにして、音量20%", "music song.mp3 0-23 20%")]
    [InlineData(Mixed, "右上にbadge.pngをロゴとして載せて", "over badge.png top-right")]
    [InlineData("walk.mp4:20 cam.mp4:20", "左右に並べて表示して", "walk 0-20 left;over cam.mp4 right")]
    [InlineData(Stills, "写真の間にクロスフェードを1秒入れて", "<crossfade 1")]
    [InlineData(Stills, "白黒にして", "bw")]
    [InlineData(Stills, "全体をもっと明るくして", "brighter")]
    [InlineData(Stills, "コントラストを上げて", "+contrast")]
    [InlineData(Stills, "レトロな感じに", "vintage")]
    [InlineData(Stills, "ナレーション「ようこそ」を追加", "voice ようこそ")]
    [InlineData(Stills, "字幕：\n一つ目の文\n二つ目の文\n三つ目の文", "caption 一つ目の文 0-3;caption 三つ目の文 6-9")]
    [InlineData(Stills, "動画を作って / 縦にして / 元に戻して", "1920x1080")]
    [InlineData(Stills, "動画を作って / 何も変えないで", "total 9")]
    [InlineData(Stills, "動画を作って / 動画は何秒ですか？", "total 9")]
    [InlineData(Stills, "4Kで60fpsにして", "3840x2160@60")]
    [InlineData(Stills, "縦型、1枚3秒、クロスフェード、楽しいBGM、最初の2秒にタイトル「週末」", "1080x1920;total 9;<crossfade;music happy;title 週末 0-2")]
    public void A_message_in_Japanese(string files, string messages, string facts)
    {
        var conversation = new Conversation(files);

        conversation.Say(messages.Split(" / "));

        Assert.All(facts.Split(';'), fact => Assert.True(
            fact[0] == '!' != conversation.Shown.Contains(fact.TrimStart('!'), StringComparison.Ordinal),
            $"{fact}\n  shown: {conversation.Shown}\n  reply: {conversation.Reply}"));
    }
}
