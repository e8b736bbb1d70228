using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Puts under drawn text what makes it readable on any picture: a soft scrim and shadow, an outline or a box.</summary>
internal static class TextDecorator
{
    private const double ScrimStrength = 0.30;
    private const double ShadowStrength = 0.55;
    private const double BoxStrength = 0.62;
    private const uint BoxColor = 0x101216;
    private const uint HighlightColor = 0xFFD84A;

    public static TextSprite Decorate(TextBitmap text, TextLayout layout, Canvas canvas)
    {
        var (left, top) = layout.Place(text.Width, text.Height, canvas);
        var (textX, textY) = ((int)Math.Round(left), (int)Math.Round(top));
        var hasScrim = layout.Style is TextStyle.Plain or TextStyle.Shadow;
        var size = text.FontSize;
        // A band from side to side looks like light; a patch around the words looks like a smudge.
        var isBand = hasScrim && layout.Request.Align == TextAlign.Center;
        var reach = hasScrim ? (int)(size * 3.6) : (int)(size * 0.6) + 4;
        var x0 = isBand ? 0 : Math.Max(0, textX - reach) & ~1;
        var y0 = Math.Max(0, textY - reach) & ~1;
        var x1 = isBand ? canvas.Width : Math.Min(canvas.Width, (textX + text.Width + reach + 1) & ~1);
        var y1 = Math.Min(canvas.Height, (textY + text.Height + reach + 1) & ~1);
        var region = new PixelRect(x0, y0, Math.Max(16, x1 - x0), Math.Max(16, y1 - y0));
        var painter = new Region(region, text, textX - x0, textY - y0);

        switch (layout.Style)
        {
            case TextStyle.Box:
                painter.Box(BoxColor, BoxStrength, size * 0.42, size * 0.26, size * 0.22);
                break;
            case TextStyle.Highlight:
                painter.Box(HighlightColor, 1, size * 0.40, size * 0.18, size * 0.16);
                break;
            case TextStyle.Outline:
                painter.Shade(Math.Max(1, (int)Math.Round(size * 0.035)), 0, gain: 5, strength: 1);
                break;
            default:
                painter.Scrim(ScrimStrength, size * 1.7, isBand);
                painter.Shade(Math.Max(1, (int)Math.Round(size * 0.075)), (int)Math.Round(size * 0.045), gain: 1.5, ShadowStrength);
                break;
        }

        return new TextSprite(painter.Finish(), region.X, region.Y) { Glyphs = text, GlyphX = textX, GlyphY = textY, Color = layout.Request.Color };
    }

    /// <summary>The part of the canvas that the text and its surroundings need, in premultiplied colours.</summary>
    private sealed class Region(PixelRect place, TextBitmap text, int textX, int textY)
    {
        private readonly int _width = place.Width;
        private readonly int _height = place.Height;

        // Blue, green, red, alpha; 0 to 1.
        private readonly float[] _pixels = new float[place.Width * place.Height * 4];

        /// <summary>Black that fades out around the block.</summary>
        public void Scrim(double strength, double softness, bool isBand)
        {
            var across = Falloff(_width, textX, text.Width, isBand ? double.PositiveInfinity : softness);
            var down = Falloff(_height, textY, text.Height, softness);
            for (var y = 0; y < _height; y++)
            {
                for (var x = 0; x < _width; x++)
                {
                    var alpha = strength * across[x] * down[y];
                    var noise = 52.9829189 * ((0.06711056 * x + 0.00583715 * y) % 1);
                    _pixels[(y * _width + x) * 4 + 3] = (float)Math.Max(0, alpha + ((noise % 1) - 0.5) / 255);
                }
            }
        }

        /// <summary>The letters' own shape in black: blurred for a shadow, blurred and made hard again for an outline.</summary>
        public void Shade(int radius, int offsetY, double gain, double strength)
        {
            // Only as far as the blur reaches: a scrim's region is many times larger.
            var reach = 2 * radius + 1;
            var (left, top) = (Math.Max(0, textX - reach), Math.Max(0, textY + offsetY - reach));
            var width = Math.Min(_width, textX + text.Width + reach) - left;
            var height = Math.Min(_height, textY + offsetY + text.Height + reach) - top;
            if (width < 1 || height < 1)
            {
                return;
            }

            var mask = new byte[width * height];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var (fromX, fromY) = (x + left - textX, y + top - textY - offsetY);
                    if (fromX >= 0 && fromX < text.Width && fromY >= 0 && fromY < text.Height)
                    {
                        mask[y * width + x] = text.Pixels[(fromY * text.Width + fromX) * 4 + 3];
                    }
                }
            }

            var plane = new PlaneView(mask, 0, width, height);
            for (var pass = 0; pass < 2; pass++)
            {
                BoxBlur.Apply(plane, radius);
            }

            for (var i = 0; i < mask.Length; i++)
            {
                if (mask[i] > 0)
                {
                    Over((i / width + top) * _width + i % width + left, 0, Math.Min(1, mask[i] / 255.0 * gain) * strength);
                }
            }
        }

        public void Box(uint color, double strength, double padX, double padY, double radius)
        {
            var (left, right) = (textX - padX, textX + text.Width + padX);
            var (top, bottom) = (textY - padY, textY + text.Height + padY);
            for (var y = 0; y < _height; y++)
            {
                for (var x = 0; x < _width; x++)
                {
                    // Distance to a rectangle with round corners, negative inside.
                    var dx = Math.Max(left + radius - (x + 0.5), x + 0.5 - (right - radius));
                    var dy = Math.Max(top + radius - (y + 0.5), y + 0.5 - (bottom - radius));
                    var outside = Math.Sqrt(Math.Max(dx, 0) * Math.Max(dx, 0) + Math.Max(dy, 0) * Math.Max(dy, 0));
                    var distance = outside + Math.Min(Math.Max(dx, dy), 0) - radius;
                    Over(y * _width + x, color, Math.Clamp(0.5 - distance, 0, 1) * strength);
                }
            }
        }

        public PlanarPicture Finish()
        {
            for (var y = Math.Max(0, -textY); y < text.Height && y + textY < _height; y++)
            {
                for (var x = Math.Max(0, -textX); x < text.Width && x + textX < _width; x++)
                {
                    var from = text.Pixels.AsSpan((y * text.Width + x) * 4, 4);
                    var to = _pixels.AsSpan(((y + textY) * _width + x + textX) * 4, 4);
                    var through = 1 - from[3] / 255f;
                    for (var channel = 0; channel < 4; channel++)
                    {
                        to[channel] = from[channel] / 255f + to[channel] * through;
                    }
                }
            }

            return ToPlanes();
        }

        private void Over(int index, uint color, double alpha)
        {
            var pixel = _pixels.AsSpan(index * 4, 4);
            var (a, through) = ((float)alpha, 1 - (float)alpha);
            pixel[0] = (color & 255) / 255f * a + pixel[0] * through;
            pixel[1] = ((color >> 8) & 255) / 255f * a + pixel[1] * through;
            pixel[2] = ((color >> 16) & 255) / 255f * a + pixel[2] * through;
            pixel[3] = a + pixel[3] * through;
        }

        // The offsets of 16 and 128 are those of a premultiplied picture: black adds nothing but its alpha.
        private PlanarPicture ToPlanes()
        {
            var picture = new PlanarPicture(_width, _height, hasAlpha: true);
            var (blue, red) = (picture.Plane(1), picture.Plane(2));
            for (var i = 0; i < _width * _height; i++)
            {
                var pixel = _pixels.AsSpan(i * 4, 4);
                picture.Data[i] = IsBlack(pixel) ? (byte)16 : (byte)Math.Round(YuvColor.Convert(pixel[2], pixel[1], pixel[0]).Y);
                picture.Alpha![i] = (byte)Math.Round(pixel[3] * 255);
            }

            for (var y = 0; y < picture.ChromaHeight; y++)
            {
                for (var x = 0; x < picture.ChromaWidth; x++)
                {
                    var (r, g, b) = (Mean(x, y, 2), Mean(x, y, 1), Mean(x, y, 0));
                    var (_, u, v) = YuvColor.Convert(r, g, b);
                    blue.Row(y)[x] = (byte)Math.Round(u);
                    red.Row(y)[x] = (byte)Math.Round(v);
                }
            }

            picture.DeriveChromaAlpha();
            return picture;
        }

        private static bool IsBlack(ReadOnlySpan<float> pixel) => pixel[0] == 0 && pixel[1] == 0 && pixel[2] == 0;

        private double Mean(int x, int y, int channel)
        {
            var at = (2 * y * _width + 2 * x) * 4 + channel;
            var below = at + _width * 4;
            return (_pixels[at] + _pixels[at + 4] + _pixels[below] + _pixels[below + 4]) / 4;
        }

        private static double[] Falloff(int length, int start, int size, double softness)
        {
            var result = new double[length];
            for (var i = 0; i < length; i++)
            {
                var distance = Math.Max(0, Math.Max(start - i, i - (start + size))) / softness;
                result[i] = Math.Exp(-distance * distance);
            }

            return result;
        }
    }
}
