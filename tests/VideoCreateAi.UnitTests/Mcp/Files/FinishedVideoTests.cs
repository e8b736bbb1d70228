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
    public void The_other_formats_are_recognised(string name, string extension)
        => Assert.Equal(extension, FinishedVideo.Verify(new MemoryStream(Made(name)), extension).Extension);

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
    public void A_web_page_in_its_place_is_refused()
        => Assert.Contains("web page",
            Assert.Throws<FinishedVideoException>(() => FinishedVideo.Verify(new MemoryStream("<!DOCTYPE html><html>502</html>"u8.ToArray()), "mp4")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Another_format_than_was_asked_for_is_refused()
        => Assert.Throws<FinishedVideoException>(() => FinishedVideo.Verify(new MemoryStream(Made("a.gif")), "mp4"));

    [Fact]
    public void Flipped_bytes_lead_to_a_refusal_or_an_answer_and_to_nothing_else()
    {
        var whole = Made("a.mp4", "-movflags", "+faststart");
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
                FinishedVideo.Verify(new MemoryStream(damaged), "mp4");
            }
            catch (FinishedVideoException)
            {
            }
        }
    }

    private byte[] Made(string name, params string[] options)
    {
        var path = _temp.File($"{Guid.NewGuid():N}-{name}");
        UserFolders.Run("ffmpeg",
            ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x36:rate=10:duration=2", .. name.EndsWith("gif", StringComparison.Ordinal) || name.EndsWith("webm", StringComparison.Ordinal) ? [] : options, path]);
        return File.ReadAllBytes(path);
    }
}
