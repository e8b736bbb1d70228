using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Rendering.Text;

public sealed class ContrastMeterTests
{
    private static readonly Canvas s_canvas = new(640, 360);

    [Theory]
    [InlineData(TextStyle.Outline, "#FFFFFF", 0xFFFFFF, true)]
    [InlineData(TextStyle.Box, "#FFFFFF", 0xFFFFFF, true)]
    [InlineData(TextStyle.Plain, "#FFFFFF", 0xC8C8C8, true)]
    [InlineData(TextStyle.Plain, "#FFFFFF", 0x203040, true)]
    [InlineData(TextStyle.Plain, "#101010", 0xF0F0F0, true)]
    [InlineData(TextStyle.Plain, "#202020", 0x101418, true)]
    [InlineData(TextStyle.Outline, "#301010", 0x200808, true)]
    [InlineData(TextStyle.Box, "#3A3A3A", 0x808080, true)]
    public void A_text_is_judged_by_what_is_really_around_its_letters(object style, string color, int picture, bool isReadable)
    {
        var contrast = Measure((TextStyle)style, color, (uint)picture);

        Assert.True(contrast >= ContrastMeter.Least == isReadable, $"{contrast:0.00}");
    }

    [Fact]
    public void Letters_without_anything_around_them_are_judged_by_the_picture()
    {
        var glyphs = Bars(0x3A3A3A);
        var frame = Frame(0x202020);
        var sprite = new TextSprite(new PlanarPicture(16, 16, hasAlpha: true), 0, 0) { Glyphs = glyphs, GlyphX = 200, GlyphY = 100, Color = 0x3A3A3A };

        Assert.InRange(ContrastMeter.Of(frame, sprite)!.Value, 1, ContrastMeter.Least);
    }

    [Fact]
    public void Black_and_white_are_as_far_apart_as_can_be()
    {
        Assert.Equal(21, ContrastMeter.Ratio(ContrastMeter.Luminance(0, 0, 0), ContrastMeter.Luminance(255, 255, 255)), 2);
        Assert.Equal(1, ContrastMeter.Ratio(0.3, 0.3), 6);
    }

    [Fact]
    public void Where_no_letter_has_the_asked_colour_nothing_is_said()
    {
        var frame = Frame(0x808080);
        var blank = new TextSprite(new PlanarPicture(16, 16, hasAlpha: true), 0, 0)
        {
            Glyphs = new TextBitmap(16, 16, new byte[16 * 16 * 4], 12), GlyphX = 0, GlyphY = 0, Color = 0xFFFFFF,
        };

        Assert.Null(ContrastMeter.Of(frame, blank));
    }

    private static double Measure(TextStyle style, string color, uint picture)
    {
        var segment = new TextSegment
        {
            Id = "t", Text = "x", Style = style, Color = color, Range = new TimeRange(TimeSpan.Zero, TimeSpan.FromSeconds(1)),
        };
        var layout = TextLayout.Of(segment, TextRole.Title, s_canvas, new RenderOptions());
        var sprite = TextDecorator.Decorate(Bars(layout.Request.Color), layout, s_canvas);
        var frame = Frame(picture);
        new LayerPainter().Paint(frame, new PixelRect(0, 0, frame.Width, frame.Height), sprite.Picture, new Affine(1, sprite.X, sprite.Y));
        return ContrastMeter.Of(frame, sprite)!.Value;
    }

    private static PlanarPicture Frame(uint color)
    {
        var frame = new PlanarPicture(s_canvas.Width, s_canvas.Height);
        frame.Fill(YuvColor.FromRgb((color >> 16) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0));
        return frame;
    }

    // Upright strokes, as letters have them.
    private static TextBitmap Bars(uint color)
    {
        const int Width = 160;
        const int Height = 40;
        var pixels = new byte[Width * Height * 4];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (x % 20 < 6)
                {
                    var at = (y * Width + x) * 4;
                    (pixels[at], pixels[at + 1], pixels[at + 2], pixels[at + 3]) = ((byte)color, (byte)(color >> 8), (byte)(color >> 16), 255);
                }
            }
        }

        return new TextBitmap(Width, Height, pixels, FontSize: 44);
    }
}
