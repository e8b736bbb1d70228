using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.Studio.Jobs;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Jobs;

public sealed class OutputSettingsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, 500, 500)]
    [InlineData("reels", null, 8000)]
    [InlineData("reels", 500, 500)]
    [InlineData("reels", 20_000, 8000)]
    public void The_lower_of_two_bounds_of_bits_counts(string? preset, int? asked, int? expected)
        => Assert.Equal(expected, OutputSettings.For(new RenderOutput { Preset = preset, MostKilobits = asked }, Canvas.Portrait).MostKilobits);

    [Fact]
    public void Too_few_bits_are_refused_in_words()
        => Assert.Contains("most_kilobits is 10", OutputSettings.FaultOf(new RenderOutput { MostKilobits = 10 }), StringComparison.Ordinal);

    [Theory]
    [InlineData(null, null, null, null, 1080, 1920)]
    [InlineData("720p", null, null, null, 720, 1280)]
    [InlineData("4k", null, null, null, 2160, 3840)]
    [InlineData(null, "youtube", null, null, 1920, 1080)]
    [InlineData("720p", "square", null, null, 720, 720)]
    [InlineData("480p", "youtube", null, null, 854, 480)]
    [InlineData(null, null, 801, 601, 800, 600)]
    public void A_size_comes_from_the_request_else_from_the_timeline(
        string? resolution, string? preset, int? width, int? height, int expectedWidth, int expectedHeight)
    {
        var output = new RenderOutput { Resolution = resolution, Preset = preset, Width = width, Height = height };

        var settings = OutputSettings.For(output, Canvas.Portrait);

        Assert.Null(OutputSettings.FaultOf(output));
        Assert.Equal((expectedWidth, expectedHeight), (settings.Canvas.Width, settings.Canvas.Height));
    }

    [Theory]
    [InlineData("TikTok", 30, 1080, 1920, 30, 8000)]
    [InlineData("reels", 12, 1080, 1920, 30, 8000)]
    [InlineData("shorts", 60, 1080, 1920, 60, 12000)]
    [InlineData("youtube", 25, 1920, 1080, 25, 8000)]
    [InlineData("square", 30, 1080, 1080, 30, 8000)]
    [InlineData("4:5", 120, 1080, 1350, 30, 8000)]
    public void A_platform_has_a_size_a_rate_and_a_bound_of_bits(string preset, int own, int width, int height, int framesPerSecond, int most)
    {
        var settings = OutputSettings.For(new RenderOutput { Preset = preset }, new Canvas(640, 480, own));

        Assert.Equal(new Canvas(width, height, framesPerSecond), settings.Canvas);
        Assert.Equal(most, settings.MostKilobits);
        Assert.Equal(-14, settings.Platform!.Loudness);
        Assert.InRange(settings.Platform.Safe.Top + settings.Platform.Safe.Bottom, 0.1, 0.5);
    }

    [Fact]
    public void Without_a_platform_quality_alone_decides() => Assert.Null(OutputSettings.For(new RenderOutput(), Canvas.Portrait).MostKilobits);

    [Fact]
    public void A_GIF_is_small_unless_more_is_asked_for()
    {
        var usual = OutputSettings.For(new RenderOutput { Format = "gif" }, Canvas.Portrait).Canvas;
        var asked = OutputSettings.For(new RenderOutput { Format = "gif", Resolution = "720p", FramesPerSecond = 30 }, Canvas.Portrait).Canvas;

        Assert.Equal(new Canvas(480, 854, 15), usual);
        Assert.Equal(new Canvas(720, 1280, 30), asked);
    }

    [Theory]
    [InlineData("high", "Good")]
    [InlineData("good", "Good")]
    [InlineData("draft", "Draft")]
    public void High_is_the_protocols_word_for_good(string word, string quality)
        => Assert.Equal(Enum.Parse<RenderQuality>(quality), OutputSettings.For(new RenderOutput { Quality = word }, Canvas.Portrait).Quality);

    [Theory]
    [InlineData("zip", "high", null, null, null, "mp4, mov, webm, gif")]
    [InlineData("mp4", "ultra", null, null, null, "draft, fast")]
    [InlineData("mp4", "high", "cinema", null, null, "tiktok")]
    [InlineData("mp4", "high", null, 0, null, "1 to 60")]
    [InlineData("mp4", "high", null, null, 5000, "4096")]
    public void A_fault_names_what_is_allowed(string format, string quality, string? preset, int? fps, int? size, string says)
        => Assert.Contains(
            says,
            OutputSettings.FaultOf(new RenderOutput { Format = format, Quality = quality, Preset = preset, FramesPerSecond = fps, Width = size, Height = size }),
            StringComparison.Ordinal);
}
