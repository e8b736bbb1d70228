using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class FrameMixerTests
{
    private static readonly YuvColor s_dark = new(40, 100, 150);
    private static readonly YuvColor s_light = new(200, 160, 90);

    [Theory]
    [InlineData("crossfade")]
    [InlineData("never heard of")]
    public void Half_way_through_a_crossfade_every_sample_is_the_mean(string kind)
    {
        var mixed = Mix(kind, 0.5);

        Assert.InRange(mixed.Luma[1234], 119, 121);
        Assert.InRange(mixed.Plane(1).Span[321], 129, 131);
        Assert.InRange(mixed.Plane(2).Span[321], 119, 121);
    }

    [Theory]
    [InlineData("wipe")]
    [InlineData("slide")]
    [InlineData("zoom")]
    [InlineData("fade")]
    [InlineData("crossfade")]
    public void A_transition_begins_with_one_picture_and_ends_with_the_other(string kind)
    {
        Assert.All(Mix(kind, 0).Luma.ToArray(), value => Assert.InRange(value, 39, 41));
        Assert.All(Mix(kind, 1).Luma.ToArray(), value => Assert.InRange(value, 199, 201));
    }

    [Fact]
    public void A_fade_goes_through_black_and_never_mixes_the_two()
    {
        Assert.All(Mix("fade", 0.5).Luma.ToArray(), value => Assert.Equal(16, value));
        Assert.InRange(Mix("fade", 0.25).Luma[1234], 26, 30);
        Assert.InRange(Mix("fade", 0.75).Luma[1234], 106, 110);
    }

    [Theory]
    [InlineData("wipe")]
    [InlineData("slide")]
    [InlineData("fade")]
    public void A_transition_starts_slowly_and_ends_slowly(string kind)
    {
        double Changed(double from, double to)
        {
            var (before, after) = (Mix(kind, from).Luma.ToArray(), Mix(kind, to).Luma.ToArray());
            return before.Select((value, i) => Math.Abs(value - after[i])).Average();
        }

        Assert.True(Changed(0.2, 0.3) > 1.5 * Changed(0, 0.1), "It starts at full speed.");
        Assert.True(Changed(0.7, 0.8) > 1.5 * Changed(0.9, 1), "It ends at full speed.");
    }

    [Fact]
    public void Half_way_through_a_wipe_the_left_half_is_new()
    {
        var row = Mix("wipe", 0.5).Plane(0).Row(20).ToArray();

        Assert.Equal(200, row[2]);
        Assert.Equal(40, row[^3]);
        Assert.InRange(row[row.Length / 2], 100, 140);
    }

    [Fact]
    public void Half_way_through_a_slide_the_new_picture_has_come_in_from_the_right()
    {
        var row = Mix("slide", 0.5).Plane(0).Row(20).ToArray();

        Assert.Equal(40, row[2]);
        Assert.Equal(200, row[^3]);
    }

    [Fact]
    public void A_fade_reaches_the_background()
    {
        var frame = Flat(s_light);

        FrameMixer.Fade(frame, YuvColor.Black, 1);

        Assert.All(frame.Luma.ToArray(), value => Assert.Equal(16, value));
    }

    private static PlanarPicture Mix(string kind, double progress)
    {
        var from = Flat(s_dark);
        new FrameMixer(new LayerPainter()).Mix(kind, from, Flat(s_light), progress);
        return from;
    }

    private static PlanarPicture Flat(YuvColor color)
    {
        var picture = new PlanarPicture(128, 64);
        picture.Fill(color);
        return picture;
    }
}
