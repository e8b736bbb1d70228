using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.UnitTests.Mcp.Routing;

public sealed class IntentRouterTests
{
    private readonly IntentRouter _router = new();

    [Theory]
    [InlineData("Export please", "Export")]
    [InlineData("could you render the final version for me?", "Export")]
    [InlineData("email me the finished file", "Export")]
    [InlineData("save this as webm", "Export")]
    [InlineData("where can I download it?", "Export")]
    [InlineData("give me the link", "Export")]
    [InlineData("I'd like to have the final cut on my laptop", "Export")]
    [InlineData("only the audio, as a wav", "Export")]
    [InlineData("dowload it in 720p", "Export")]
    [InlineData("share the video with me", "Export")]
    [InlineData("how many credits are left?", "Credits")]
    [InlineData("what does an export cost", "Credits")]
    [InlineData("show me my balance", "Credits")]
    [InlineData("is there a cheaper plan", "Credits")]
    [InlineData("can I afford two more clips", "Credits")]
    [InlineData("I want a refund", "Credits")]
    [InlineData("why did you charge me twice", "Credits")]
    [InlineData("is the upload done", "State")]
    [InlineData("what's on the timeline?", "State")]
    [InlineData("how long is the draft right now", "State")]
    [InlineData("list the tracks", "State")]
    [InlineData("which song are we using", "State")]
    [InlineData("did the render fail?", "State")]
    [InlineData("has the video been exported?", "State")]
    [InlineData("are the titles in there", "State")]
    [InlineData("how many shots does it have at the moment?", "State")]
    [InlineData("progress?", "State")]
    [InlineData("I'd like to upload a few photos", "Upload")]
    [InlineData("here is /srv/media/harbour.mp4", "Upload")]
    [InlineData("~/shots/night market.mov", "Upload")]
    [InlineData("import \"E:\\My Clips\\take two.mkv\"", "Upload")]
    [InlineData("https://media.example.com/a/harbour.webm", "Upload")]
    [InlineData("these are my photos: pier.jpg, gull.jpg", "Upload")]
    [InlineData("keep /data/spare.wav for later", "Upload")]
    [InlineData("add a title that says \"Export now\"", "Generate")]
    [InlineData("write 'Balance: zero' on the phone screen", "Generate")]
    [InlineData("make a clip about downloading music in the nineties", "Generate")]
    [InlineData("don't render it yet, the ending drags", "Generate")]
    [InlineData("no need to send the file, just fix the colours", "Generate")]
    [InlineData("the file you sent has no sound", "Generate")]
    [InlineData("the exported movie looks washed out", "Generate")]
    [InlineData("add end credits with the names of the crew", "Generate")]
    [InlineData("correct the white balance in the second shot", "Generate")]
    [InlineData("put a save button next to the logo", "Generate")]
    [InlineData("crop the status bar out", "Generate")]
    [InlineData("narration: upload your story today", "Generate")]
    [InlineData("good morning", "Generate")]
    [InlineData("what can you do?", "Generate")]
    [InlineData("make it shorter", "Generate")]
    [InlineData("undo that", "Generate")]
    [InlineData("trim harbour.mov to ten seconds", "Generate")]
    [InlineData("make a commercial for credit cards", "Generate")]
    [InlineData("show the logo bigger", "Generate")]
    [InlineData("can you make the music quieter?", "Generate")]
    [InlineData("I've uploaded the clips, now cut them to the music", "Generate")]
    public void An_English_message_is_read_for_what_it_asks_of_the_assistant(string message, string intents)
        => Assert.Equal(intents, Intents(message));

    [Theory]
    [InlineData("导出视频", "Export")]
    [InlineData("把最终版发给我", "Export")]
    [InlineData("可以下载了，给我链接", "Export")]
    [InlineData("保存为mp4", "Export")]
    [InlineData("渲染成1080p", "Export")]
    [InlineData("只要音频，wav", "Export")]
    [InlineData("我的账户还有多少积分", "Credits")]
    [InlineData("导出一次要花多少积分？", "Credits")]
    [InlineData("会员怎么续费", "Credits")]
    [InlineData("任务完成了吗", "State")]
    [InlineData("时间线上有什么", "State")]
    [InlineData("现在总时长多少", "State")]
    [InlineData("列出轨道", "State")]
    [InlineData("我想上传几张照片", "Upload")]
    [InlineData("这是录音 /home/li/旁白.wav", "Upload")]
    [InlineData("把 D:\\素材\\海边.mp4 导入", "Upload")]
    [InlineData("标题写“余额不足”", "Generate")]
    [InlineData("先不要导出，音乐太吵了", "Generate")]
    [InlineData("做一个介绍积分商城的短片", "Generate")]
    [InlineData("导出的视频太暗了，调亮一点", "Generate")]
    [InlineData("片尾加演职员表", "Generate")]
    [InlineData("画面加一个下载按钮", "Generate")]
    [InlineData("把海边.mp4剪短到五秒", "Generate")]
    [InlineData("背景音乐换成钢琴", "Generate")]
    [InlineData("素材已经上传了，帮我剪辑", "Generate")]
    public void A_Chinese_message_is_read_for_what_it_asks_of_the_assistant(string message, string intents)
        => Assert.Equal(intents, Intents(message));

    [Theory]
    [InlineData("upload /a/one.png, add a title and export it", "Upload,Generate,Export")]
    [InlineData("make the intro longer, then send me the file", "Generate,Export")]
    [InlineData("before you render, mute the second clip", "Generate,Export")]
    [InlineData("export it, but only after you fix the title", "Generate,Export")]
    [InlineData("use /srv/logo.png as an overlay", "Upload,Generate")]
    [InlineData("is the render finished? then send me the link", "State,Export")]
    [InlineData("if I can afford it, export in 4k", "Credits,Export")]
    [InlineData("show me the tracks and delete the second one", "State,Generate")]
    [InlineData("cut the last shot and show me the timeline", "Generate,State")]
    [InlineData("export and tell me how many credits are left", "Export,Credits")]
    [InlineData("here is /x/song.mp3, put it under the second half", "Upload,Generate")]
    [InlineData("上传 sea.jpg，然后加字幕，最后导出", "Upload,Generate,Export")]
    [InlineData("导出之前先把错别字改了", "Generate,Export")]
    [InlineData("先查一下余额，再生成一个片头", "Credits,Generate")]
    [InlineData("用 /home/yu/风.mp3 做背景音乐", "Upload,Generate")]
    [InlineData("完成了吗？完成了就发给我", "State,Export")]
    [InlineData("把音乐调小，然后发给我", "Generate,Export")]
    public void Steps_come_in_the_order_of_execution(string message, string intents)
        => Assert.Equal(intents, Intents(message));

    [Theory]
    [InlineData("descarga el vídeo", "Export")]
    [InlineData("¿cuál es mi saldo?", "Credits")]
    [InlineData("no exportes, cambia la música", "Generate")]
    [InlineData("télécharge le film", "Export")]
    [InlineData("ajoute un titre «Exporter»", "Generate")]
    [InlineData("exportiere das Video", "Export")]
    [InlineData("ist das Video fertig?", "State")]
    [InlineData("exporta o vídeo", "Export")]
    [InlineData("動画をダウンロードしたい", "Export")]
    [InlineData("ホワイトバランスを直して", "Generate")]
    [InlineData("영상 내보내줘", "Export")]
    [InlineData("남은 크레딧 알려줘", "Credits")]
    [InlineData("scarica il video", "Export")]
    [InlineData("сколько кредитов осталось", "Credits")]
    [InlineData("сохрани ролик", "Export")]
    [InlineData("كم رصيدي", "Credits")]
    [InlineData("वीडियो एक्सपोर्ट करो", "Export")]
    [InlineData("unduh videonya", "Export")]
    [InlineData("tải video về", "Export")]
    [InlineData("videoyu kaydet", "Export")]
    [InlineData("download de video", "Export")]
    [InlineData("pobierz film", "Export")]
    public void Other_languages_are_read_by_their_lexicons(string message, string intents)
        => Assert.Equal(intents, Intents(message));

    [Theory]
    [InlineData("here's \"C:\\My Films\\day one.mp4\"", "C:\\My Films\\day one.mp4")]
    [InlineData("素材在 /Users/wang/海边 日落.mov", "/Users/wang/海边 日落.mov")]
    [InlineData("upload ~/a.png", "~/a.png")]
    [InlineData("take \\\\nas\\share\\b.wav", "\\\\nas\\share\\b.wav")]
    [InlineData("import file:///tmp/c.mp4.", "file:///tmp/c.mp4")]
    public void A_path_is_taken_verbatim_without_its_quotes(string message, string path)
        => Assert.Equal([path], _router.Read(message, []).Paths);

    [Fact]
    public void Output_settings_are_read_with_an_export()
    {
        var route = _router.Read("export it as a 4K mov, 16:9, for youtube", []);

        Assert.Equal(("mov", "4k", "16:9", "youtube", null), (route.Format, route.Resolution, route.Aspect, route.Preset, route.RefusedFormat));
    }

    [Theory]
    [InlineData("export for TikTok and YouTube", "Export", "tiktok youtube")]
    [InlineData("export it for TikTok, Instagram Reels and YouTube Shorts", "Export", "tiktok reels shorts")]
    [InlineData("导出抖音和YouTube", "Export", "tiktok youtube")]
    [InlineData("exportiere es für TikTok und YouTube", "Export", "tiktok youtube")]
    [InlineData("export it for YouTube, TikTok and also for TikTok", "Export", "youtube tiktok")]
    [InlineData("export a square and a 4:5 version", "Export", "square 4:5")]
    [InlineData("make a promo of it for TikTok and YouTube, then export it", "Generate Export", "tiktok youtube")]
    [InlineData("turn my YouTube clip into a TikTok and export it", "Generate Export", "youtube")]
    [InlineData("export it", "Export", "")]
    public void A_list_of_places_is_read_with_an_export(string message, string intents, string places)
    {
        var route = _router.Read(message, []);

        Assert.Equal((intents, places), (string.Join(' ', route.Intents), string.Join(' ', route.Presets)));
    }

    [Theory]
    [InlineData("export as zip", "zip")]
    [InlineData("导出mkv", "mkv")]
    [InlineData("save it as mp4", null)]
    public void A_format_that_no_export_makes_is_refused_by_name(string message, string? refused)
        => Assert.Equal(refused, _router.Read(message, []).RefusedFormat);

    [Fact]
    public void A_known_asset_is_not_uploaded_again()
        => Assert.Equal([Intent.Generate], _router.Read("use sea.mp4 first", [], new HashSet<string> { "sea.mp4" }).Intents);

    [Fact]
    public void Attachments_are_uploaded_before_anything_else()
    {
        Assert.Equal([Intent.Upload, Intent.Generate], _router.Read("make a promo", ["a.png"]).Intents);
        Assert.Equal([Intent.Upload], _router.Read("", ["a.png"]).Intents);
    }

    [Fact]
    public void Random_text_is_always_read_and_always_the_same()
    {
        var random = new Random(4711);
        const string Letters = "aé中の한ع ि.,?!/\\:\"'“”「」()\n0 exportupload\ud83d\ude00\u202e";
        for (var round = 0; round < 2000; round++)
        {
            var message = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Letters[random.Next(Letters.Length)]));

            Assert.Equal(_router.Read(message, []).Intents, _router.Read(message, []).Intents);
        }
    }

    private string Intents(string message) => string.Join(',', _router.Read(message, []).Intents);
}
