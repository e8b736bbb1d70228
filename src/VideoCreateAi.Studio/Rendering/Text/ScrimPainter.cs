using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Paints a scrim as large as the canvas by itself: of one colour, it needs no pixels in between.</summary>
internal static class ScrimPainter
{
    /// <param name="color">0xRRGGBB.</param>
    public static PlanarPicture Paint(ScrimShape shape, uint color, double strength, int width, int height)
    {
        var picture = new PlanarPicture(width, height, hasAlpha: true);
        var (luma, blue, red) = YuvColor.Convert(((color >> 16) & 255) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0);
        var (lumaSlope, blueSlope, redSlope) = ((float)(luma - 16), (float)(blue - 128), (float)(red - 128));
        var rows = new[] { new float[width], new float[width] };
        for (var y = 0; y < height; y++)
        {
            var alphas = rows[y & 1];
            shape.Row(y, strength, alphas);
            for (var x = 0; x < width; x++)
            {
                picture.Data[y * width + x] = (byte)(16 + lumaSlope * alphas[x] + 0.5f);
                picture.Alpha![y * width + x] = (byte)(alphas[x] * 255 + 0.5f);
            }

            if ((y & 1) == 1)
            {
                PaintChroma(picture.Plane(1).Row(y / 2), rows, blueSlope);
                PaintChroma(picture.Plane(2).Row(y / 2), rows, redSlope);
            }
        }

        picture.DeriveChromaAlpha();
        return picture;
    }

    private static void PaintChroma(Span<byte> plane, float[][] rows, float slope)
    {
        for (var x = 0; x < plane.Length; x++)
        {
            var alpha = (rows[0][2 * x] + rows[0][2 * x + 1] + rows[1][2 * x] + rows[1][2 * x + 1]) / 4;
            plane[x] = (byte)(128 + slope * alpha + 0.5f);
        }
    }
}
