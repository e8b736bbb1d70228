using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class LayerPainterTests
{
    private static readonly PixelRect s_whole = new(0, 0, 64, 64);

    [Fact]
    public void An_edge_between_pixels_covers_its_pixel_in_part()
    {
        var frame = Flat(64, 64, 20);

        new LayerPainter().Paint(frame, s_whole, Flat(32, 32, 220), new Affine(1, 10.25, 8));

        var row = frame.Plane(0).Row(20).ToArray();
        Assert.Equal(20, row[9]);
        Assert.InRange(row[10], 168, 172);
        Assert.Equal(220, row[11]);
        Assert.InRange(row[42], 68, 72);
        Assert.Equal(20, row[43]);
    }

    [Fact]
    public void Nothing_is_painted_outside_the_viewport()
    {
        var frame = Flat(64, 64, 20);

        new LayerPainter().Paint(frame, new PixelRect(16, 16, 32, 32), Flat(64, 64, 220), new Affine(1.1, -3.3, -2.2));

        Assert.Equal(20, frame.Plane(0).Row(15)[30]);
        Assert.Equal(20, frame.Plane(0).Row(30)[48]);
        Assert.Equal(220, frame.Plane(0).Row(30)[47]);
        Assert.Equal(220, frame.Plane(0).Row(16)[16]);
    }

    [Fact]
    public void Alpha_lets_the_picture_below_through()
    {
        var frame = Flat(64, 64, 116);
        var glass = new PlanarPicture(64, 64, hasAlpha: true);
        glass.Fill(new YuvColor(16 + 50, 128, 128));
        glass.Alpha.AsSpan().Fill(64);
        glass.ChromaAlpha.AsSpan().Fill(64);

        new LayerPainter().Paint(frame, s_whole, glass, Affine.Identity);

        Assert.InRange(frame.Luma[500], 16 + 50 + 73, 16 + 50 + 77);
    }

    private static PlanarPicture Flat(int width, int height, byte light)
    {
        var picture = new PlanarPicture(width, height);
        picture.Fill(new YuvColor(light, 128, 128));
        return picture;
    }
}
