using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Framing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering;

public class ColorGradeTests
{
    // From the lightest to the darkest of people, as sRGB.
    private static readonly uint[] s_skins = [0xF6D7C3, 0xE8B998, 0xD09A73, 0xB07850, 0x8D5A3B, 0x5F3B28];

    [Theory]
    [InlineData("warm")]
    [InlineData("cool")]
    [InlineData("bw")]
    [InlineData("vintage")]
    [InlineData("sepia")]
    [InlineData("vivid")]
    public void Every_filter_is_its_formula(string filter)
    {
        // Contrast, lift, saturation, blue, red.
        var (contrast, lift, saturation, blue, red) = filter switch
        {
            "warm" => (1, 0, 1.05, -8, 6),
            "cool" => (1, 0, 1.0, 8, -6),
            "bw" => (1.06, 0, 0.0, 0, 0),
            "vintage" => (0.86, 6, 0.72, -7, 5),
            "sepia" => (1, 0, 0.0, -16, 11),
            _ => (1.08, 0, 1.3, 0, 0),
        };

        foreach (var (y, u, v) in new[] { (16, 128, 128), (60, 100, 170), (126, 128, 128), (200, 150, 90), (235, 60, 220) })
        {
            var graded = Graded(filter, Adjustment.None, new YuvColor((byte)y, (byte)u, (byte)v));

            Assert.Equal(Byte(126 + (y - 126) * contrast + lift), graded.Y);
            Assert.Equal(Byte(128 + (u - 128) * saturation + blue), graded.U);
            Assert.Equal(Byte(128 + (v - 128) * saturation + red), graded.V);
        }
    }

    [Theory]
    [InlineData(0.5, 0, 0, 135, 100, 160)]
    [InlineData(-0.5, 0, 0, 65, 100, 160)]
    [InlineData(0, 0.5, 0, 87, 100, 160)]
    [InlineData(0, -0.5, 0, 113, 100, 160)]
    [InlineData(0, 0, 0.5, 100, 86, 176)]
    [InlineData(0, 0, -1, 100, 128, 128)]
    [InlineData(9, 0, 0, 170, 100, 160)]
    public void Brightness_contrast_and_saturation_each_change_what_they_are_called_after(
        double brightness, double contrast, double saturation, int y, int u, int v)
        => Assert.Equal(new YuvColor((byte)y, (byte)u, (byte)v), Graded("none", new Adjustment(brightness, contrast, saturation), new YuvColor(100, 100, 160)));

    [Fact]
    public void Nothing_to_change_is_no_grade() => Assert.Null(ColorGrade.Of("none", Adjustment.None));

    [Theory]
    [InlineData("warm", 0, 0, 0)]
    [InlineData("cool", 0, 0, 0)]
    [InlineData("vintage", 0, 0, 0)]
    [InlineData("vivid", 0, 0, 0)]
    [InlineData("none", 0.2, 0, 0)]
    [InlineData("none", -0.3, 0, 0)]
    [InlineData("none", 0, 0.3, 0)]
    [InlineData("none", 0, 0, 0.3)]
    public void Skin_stays_skin(string filter, double brightness, double contrast, double saturation)
    {
        foreach (var skin in s_skins)
        {
            var before = YuvColor.FromRgb((skin >> 16) / 255.0, ((skin >> 8) & 255) / 255.0, (skin & 255) / 255.0);
            var after = Graded(filter, new Adjustment(brightness, contrast, saturation), before);

            var (red, green, blue) = Rgb(after);
            Assert.True(red >= green && green >= blue, $"#{skin:X6} became ({red}, {green}, {blue}).");
            Assert.True(red < 255 || skin == s_skins[0], $"#{skin:X6} lost its light.");
            Assert.True(Skin.Likeness(before.Y, before.U, before.V) > 0.2, $"#{skin:X6} is not known for skin.");
        }
    }

    [Fact]
    public void What_is_transparent_stays_so()
    {
        var picture = new PlanarPicture(16, 16, hasAlpha: true);
        picture.Fill(YuvColor.Black);
        picture.Alpha.AsSpan().Clear();
        picture.ChromaAlpha.AsSpan().Clear();

        ColorGrade.Of("warm", new Adjustment(1, 0, 0))!.Apply(picture);

        Assert.All(picture.Frame.ToArray()[..256], value => Assert.Equal(16, value));
        Assert.All(picture.Plane(2).Span.ToArray(), value => Assert.Equal(128, value));
    }

    private static YuvColor Graded(string filter, Adjustment adjustment, YuvColor color)
    {
        var picture = new PlanarPicture(16, 16);
        picture.Fill(color);
        ColorGrade.Of(filter, adjustment)!.Apply(picture);
        return new YuvColor(picture.Luma[77], picture.Plane(1).Span[33], picture.Plane(2).Span[33]);
    }

    private static (int R, int G, int B) Rgb(YuvColor color)
    {
        var (y, u, v) = ((color.Y - 16) / 219.0, (color.U - 128) / 224.0, (color.V - 128) / 224.0);
        var (r, b) = (y + 1.5748 * v, y + 1.8556 * u);
        return (Byte(255 * r), Byte(255 * (y - 0.2126 * r - 0.0722 * b) / 0.7152), Byte(255 * b));
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
