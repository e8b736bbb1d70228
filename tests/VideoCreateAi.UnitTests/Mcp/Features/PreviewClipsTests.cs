using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.UnitTests.Mcp.Features;

public sealed class PreviewClipsTests
{
    // What the studio gives to sound.
    private const int SoundKilobits = 192;

    [Theory]
    [InlineData(1)]
    [InlineData(28)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(100)]
    public void A_clip_of_any_length_that_is_made_fits_into_what_hosts_take(double seconds)
    {
        var output = PreviewClips.OutputFor(new TimelineSummary { DurationSeconds = seconds, Width = 1080, Height = 1920 });

        Assert.InRange(seconds, 0, PreviewClips.Longest.TotalSeconds);
        Assert.InRange((output.MostKilobits!.Value + SoundKilobits) * seconds * 1000 / 8, 0, PreviewClips.MostBytes);
        Assert.Equal(("draft", "480p"), (output.Quality, output.Resolution));
    }

    [Fact]
    public void A_small_video_stays_as_small_as_it_is()
        => Assert.Null(PreviewClips.OutputFor(new TimelineSummary { DurationSeconds = 5, Width = 180, Height = 320 }).Resolution);
}
