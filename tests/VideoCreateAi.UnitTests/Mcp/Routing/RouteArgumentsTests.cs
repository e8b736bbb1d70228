using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.UnitTests.Mcp.Routing;

public sealed class RouteArgumentsTests
{
    private readonly IntentRouter _router = new();

    [Theory]
    [InlineData("take C:\\Users\\Ana Maria\\Videos\\boda final.mp4 please", "C:\\Users\\Ana Maria\\Videos\\boda final.mp4")]
    [InlineData("C:/Users/a b/c.mp4 D:/x y/z.mov", "C:/Users/a b/c.mp4|D:/x y/z.mov")]
    [InlineData("'~/my clip.mov' and “~/b.mov”", "~/my clip.mov|~/b.mov")]
    [InlineData("把D:\\照片\\1.jpg放进素材库", "D:\\照片\\1.jpg")]
    [InlineData("/tmp/日本語/動画 1.mp4 を取り込んで", "/tmp/日本語/動画 1.mp4")]
    [InlineData("here: (~/a.mp4).", "~/a.mp4")]
    [InlineData("file://C:/x/y.mov", "file://C:/x/y.mov")]
    [InlineData("./a.png ../b.png", "./a.png|../b.png")]
    [InlineData("upload everything in ~/clips", "~/clips")]
    [InlineData("/data/footage/", "/data/footage/")]
    public void Paths_are_found_however_they_are_written(string message, string paths)
        => Assert.Equal(paths.Split('|'), _router.Read(message, []).Paths);

    [Theory]
    [InlineData("and/or make it faster")]
    [InlineData("put it at 24/7")]
    [InlineData("https://example.com/about should be on the end card")]
    public void What_only_looks_like_a_path_is_none(string message)
        => Assert.Empty(_router.Read(message, []).Paths);

    [Fact]
    public void The_name_that_the_finished_file_is_to_have_is_no_file_to_read()
        => Assert.Equal(["~/a.mov"], _router.Read("take ~/a.mov and save the result as out.mp4", []).Paths);

    [Theory]
    [InlineData("turn this mp4 into a gif and send it", "gif")]
    [InlineData("export as gif, not mp4", "gif")]
    [InlineData("export it, not as a gif this time, mp4", "mp4")]
    [InlineData("把mp4转成gif导出", "gif")]
    [InlineData("不要gif，要mp4，导出", "mp4")]
    [InlineData("als mp4 exportieren, kein mov", "mp4")]
    [InlineData("EXPORT AS WEBM", "webm")]
    public void Of_several_formats_the_one_that_is_wanted_counts(string message, string format)
        => Assert.Equal(format, _router.Read(message, []).Format);

    [Theory]
    [InlineData("give me just the audio as mp3", "mp3")]
    [InlineData("export only the audio", "mp3")]
    [InlineData("export the sound as wav", "wav")]
    [InlineData("只要音频，mp3格式", "mp3")]
    [InlineData("导出音频", "mp3")]
    [InlineData("export the subtitles as srt", "srt")]
    [InlineData("export the captions", "srt")]
    [InlineData("导出字幕文件", "srt")]
    [InlineData("send me an otio for Resolve", "otio")]
    [InlineData("export an otio for premiere", "otio")]
    [InlineData("export it as opentimelineio", "otio")]
    [InlineData("save a thumbnail", "jpg")]
    [InlineData("export the poster frame", "jpg")]
    [InlineData("export a poster frame as png", "png")]
    [InlineData("导出封面图", "jpg")]
    public void A_part_of_the_video_is_a_file_of_its_own(string message, string format)
    {
        var route = _router.Read(message, []);

        Assert.Equal([Intent.Export], route.Intents);
        Assert.Equal((format, null), (route.Format, route.RefusedFormat));
    }

    [Theory]
    [InlineData("save the frame at 3 seconds as a jpg", 3.0)]
    [InlineData("export a thumbnail at 0:07", 7.0)]
    [InlineData("export a thumbnail at 1:02.5", 62.5)]
    [InlineData("export the poster frame of second 4", null)]
    [InlineData("export a 9:16 thumbnail", null)]
    [InlineData("导出第2.5秒的封面", 2.5)]
    public void The_moment_of_a_picture_is_read(string message, double? seconds) => Assert.Equal(seconds, _router.Read(message, []).AtSeconds);

    [Theory]
    [InlineData("export the video and a thumbnail", null)]
    [InlineData("add a cover image at the start and export it", null)]
    [InlineData("export the video without a thumbnail", null)]
    [InlineData("export the audio and the video", null)]
    [InlineData("export my jpg slideshow", null)]
    [InlineData("export the slideshow of the png files as mp4", "mp4")]
    public void A_part_that_is_only_spoken_of_is_not_the_file(string message, string? format) => Assert.Equal(format, _router.Read(message, []).Format);

    [Theory]
    [InlineData("export it as a zip", "zip")]
    [InlineData("exportiere es als MKV-Datei", "mkv")]
    [InlineData("导出成avi", "avi")]
    [InlineData("render it out as mpeg", "mpeg")]
    public void A_format_that_is_not_made_is_named(string message, string format)
        => Assert.Equal(format, _router.Read(message, []).RefusedFormat);

    [Theory]
    [InlineData("export it in ultra hd, 16x9", "4k", "16:9")]
    [InlineData("exporte-le au format carré en 720p", "720p", "1:1")]
    [InlineData("导出，9比16，1440p", "1440p", "9:16")]
    [InlineData("exportiere es hochkant in full hd", "1080p", "9:16")]
    [InlineData("export 1080×1920", "1080p", null)]
    public void Size_and_shape_are_read_in_the_words_of_the_language(string message, string? resolution, string? aspect)
    {
        var route = _router.Read(message, []);

        Assert.Equal((resolution, aspect), (route.Resolution, route.Aspect));
    }

    [Fact]
    public void A_file_that_the_project_has_is_not_handed_over_again()
    {
        var known = new HashSet<string> { "beach day.mov", "logo.png" };

        Assert.Equal([Intent.Generate], _router.Read("put beach day.mov before logo.png", [], known).Intents);
        Assert.DoesNotContain(Intent.Upload, _router.Read("here is logo.png, make it smaller", [], known).Intents);
    }
}
