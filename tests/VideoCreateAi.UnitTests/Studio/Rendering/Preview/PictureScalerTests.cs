using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Preview;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Preview;

public sealed class PictureScalerTests
{
    [Theory]
    [InlineData(640, 360, 160, 90)]
    [InlineData(640, 360, 222, 126)]
    [InlineData(64, 64, 100, 80)]
    public void A_flat_picture_stays_flat_and_keeps_its_colour(int width, int height, int toWidth, int toHeight)
    {
        var color = YuvColor.FromRgb(0.8, 0.3, 0.1);
        var picture = new PlanarPicture(width, height);
        picture.Fill(color);

        var small = PictureScaler.Shrink(picture, toWidth, toHeight & ~1);

        Assert.All(small.Plane(0).Span.ToArray(), value => Assert.InRange(value, color.Y - 1, color.Y + 1));
        Assert.All(small.Plane(1).Span.ToArray(), value => Assert.InRange(value, color.U - 1, color.U + 1));
        Assert.All(small.Plane(2).Span.ToArray(), value => Assert.InRange(value, color.V - 1, color.V + 1));
    }

    [Fact]
    public void Every_sample_counts_as_much_as_it_covers()
    {
        var picture = new PlanarPicture(8, 8);
        picture.Fill(YuvColor.Black);
        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 8; x++)
            {
                picture.Plane(0).Row(y)[x] = (byte)(x < 4 ? 40 : 200);
            }
        }

        var small = PictureScaler.Shrink(picture, 4, 4);

        Assert.Equal([40, 40, 200, 200], small.Plane(0).Row(2).ToArray());
        Assert.InRange(PictureScaler.Shrink(picture, 6, 4).Plane(0).Span.ToArray().Average(value => value), 118, 122);
    }
}
