using VideoCreateAi.Mcp.Files;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Files;

public sealed class FinishedVideoTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_whole_MP4_tells_its_length_and_size()
    {
        var video = FinishedVideo.Verify(new MemoryStream(Made("a.mp4", "-movflags", "+faststart")), "mp4");

        Assert.Equal((64, 36, "mp4"), (video.Width, video.Height, video.Extension));
        Assert.Equal(2.0, video.Duration!.Value.TotalSeconds, 0.05);
    }

    [Theory]
    [InlineData("a.mov", "mov")]
    [InlineData("a.webm", "webm")]
    [InlineData("a.gif", "gif")]
    [InlineData("a.mp3", "mp3")]
    [InlineData("a.wav", "wav")]
    [InlineData("a.jpg", "jpg")]
    [InlineData("a.png", "png")]
    public void The_other_formats_are_recognised(string name, string extension)
        => Assert.Equal(extension, FinishedVideo.Verify(new MemoryStream(Made(name)), extension).Extension);

    [Theory]
    [InlineData("a.mp3", "mp3")]
    [InlineData("a.wav", "wav")]
    public void Sound_tells_its_length_without_what_its_encoder_added(string name, string extension)
    {
        var sound = FinishedVideo.Verify(new MemoryStream(Made(name)), extension);

        Assert.Equal(2.0, sound.Duration!.Value.TotalSeconds, 0.002);
        Assert.Null(sound.Width);
    }

    [Theory]
    [InlineData("a.jpg", "jpg")]
    [InlineData("a.png", "png")]
    public void A_picture_tells_its_size(string name, string extension)
    {
        var picture = FinishedVideo.Verify(new MemoryStream(Made(name)), extension);

        Assert.Equal((64, 36, null), (picture.Width, picture.Height, picture.Duration));
    }

    [Fact]
    public void A_video_that_is_turned_by_a_quarter_is_described_as_it_is_shown()
    {
        File.WriteAllBytes(_temp.File("flat.mp4"), Made("a.mp4"));
        UserFolders.Run("ffmpeg", "-v", "error", "-i", _temp.File("flat.mp4"), "-c", "copy", "-metadata:s:v", "rotate=90", _temp.File("turned.mp4"));

        var video = FinishedVideo.Verify(new MemoryStream(File.ReadAllBytes(_temp.File("turned.mp4"))), "mp4");

        Assert.Equal((36, 64), (video.Width, video.Height));
    }

    [Theory]
    [InlineData("a.mp4", "mp4", "+faststart")]
    [InlineData("a.mp4", "mp4", "-faststart")]
    [InlineData("a.mov", "mov", "-faststart")]
    [InlineData("a.webm", "webm", "-faststart")]
    [InlineData("a.gif", "gif", "-faststart")]
    [InlineData("a.mp3", "mp3", "")]
    [InlineData("a.wav", "wav", "")]
    [InlineData("a.jpg", "jpg", "")]
    [InlineData("a.png", "png", "")]
    public void A_file_that_was_cut_anywhere_is_refused(string name, string extension, string flags)
    {
        var whole = Made(name, "-movflags", flags);

        foreach (var kept in Enumerable.Range(0, 40).Select(i => whole.Length * i / 40).Append(whole.Length - 1))
        {
            Assert.Equal("broken_export",
                Assert.Throws<FinishedVideoException>(() => FinishedVideo.Verify(new MemoryStream(whole[..kept]), extension)).Code);
        }
    }

    [Fact]
    public void A_cut_file_whose_content_reaches_to_its_end_wherever_that_is_is_refused()
    {
        var whole = Made("a.mp4", "-movflags", "+faststart");
        var content = whole.AsSpan().IndexOf("mdat"u8);
        whole.AsSpan(content - 4, 4).Clear();

        Assert.True(FinishedVideo.IsWhole(new MemoryStream(whole), "mp4"));
        Assert.Throws<FinishedVideoException>(() => FinishedVideo.Verify(new MemoryStream(whole[..^1]), "mp4"));
    }

    [Theory]
    [InlineData("a.mp4", "mp4", "-movflags", "+frag_keyframe+empty_moov")]
    [InlineData("a.webm", "webm", "-live", "1")]
    public void A_form_that_may_end_anywhere_does_not_prove_to_be_whole(string name, string extension, string option, string value)
    {
        var whole = Made(name, option, value);

        Assert.False(FinishedVideo.IsWhole(new MemoryStream(whole), extension));
        Assert.Equal(whole.Length, FinishedVideo.Verify(new MemoryStream(whole), extension).Length);
    }

    [Theory]
    [InlineData(2.0, null, true)]
    [InlineData(2.5, null, true)]
    [InlineData(2.6, null, false)]
    [InlineData(1.4, null, false)]
    [InlineData(9.0, 2.2, true)]
    [InlineData(null, 9.0, false)]
    [InlineData(null, null, true)]
    [InlineData(0.0, 0.0, true)]
    public void A_length_fits_within_half_a_second(double? timeline, double? announced, bool fits)
    {
        var file = new MemoryStream(Made("a.mp4"));

        var refusal = Record.Exception(() => FinishedVideo.Verify(file, "mp4", new ExpectedLength(timeline, announced)));

        Assert.Equal(fits, refusal is null);
    }

    [Fact]
    public void A_web_page_in_its_place_is_refused()
        => Assert.Contains("web page",
            Assert.Throws<FinishedVideoException>(() => FinishedVideo.Verify(new MemoryStream("<!DOCTYPE html><html>502</html>"u8.ToArray()), "mp4")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Another_format_than_was_asked_for_is_refused()
        => Assert.Throws<FinishedVideoException>(() => FinishedVideo.Verify(new MemoryStream(Made("a.gif")), "mp4"));

    [Theory]
    [InlineData("mp4")]
    [InlineData("mp3")]
    [InlineData("wav")]
    [InlineData("jpg")]
    [InlineData("png")]
    public void Flipped_bytes_lead_to_a_refusal_or_an_answer_and_to_nothing_else(string extension)
    {
        var whole = Made("a." + extension, "-movflags", "+faststart");
        var random = new Random(7);

        for (var attempt = 0; attempt < 3000; attempt++)
        {
            var damaged = whole.ToArray();
            for (var flip = 0; flip < 3; flip++)
            {
                damaged[random.Next(Math.Min(damaged.Length, 2000))] ^= (byte)(1 << random.Next(8));
            }

            try
            {
                FinishedVideo.Verify(new MemoryStream(damaged), extension);
            }
            catch (FinishedVideoException)
            {
            }
        }
    }

    private byte[] Made(string name, params string[] options)
    {
        var path = _temp.File($"{Guid.NewGuid():N}-{name}");
        string[] source = Path.GetExtension(name) switch
        {
            ".mp3" or ".wav" => ["-i", "sine=440:duration=2"],
            ".jpg" or ".png" => ["-i", "testsrc=size=64x36", "-frames:v", "1"],
            _ => ["-i", "testsrc=size=64x36:rate=10:duration=2"],
        };
        var takes = Path.GetExtension(name) is ".mp4" or ".mov" || (name.EndsWith("webm", StringComparison.Ordinal) && options is ["-live", ..]);
        UserFolders.Run("ffmpeg", ["-v", "error", "-f", "lavfi", .. source, .. takes ? options : [], path]);
        return File.ReadAllBytes(path);
    }
}
