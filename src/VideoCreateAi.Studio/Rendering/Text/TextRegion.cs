using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Pictures;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>The part of the canvas that a text and its surroundings need, painted in premultiplied colours.</summary>
internal sealed class TextRegion(PixelRect place, TextBitmap text, int textX, int textY)
{
    private const int SameColour = 60;

    // In font sizes.
    private const double CloudPadX = 0.75;
    private const double CloudPadY = 0.42;
    private const double CloudSoftness = 0.5;

    private readonly int _width = place.Width;
    private readonly int _height = place.Height;

    // Blue, green, red, alpha; 0 to 1.
    private readonly float[] _pixels = new float[place.Width * place.Height * 4];

    /// <summary>A colour that fades out around the block. The region is all of the canvas.</summary>
    public void Scrim(uint color, double strength, TextLayout layout, Canvas canvas)
    {
        var shape = new ScrimShape(layout, canvas, textX, textY, text.Width, text.Height, text.FontSize);
        var (blue, green, red) = ((color & 255) / 255f, ((color >> 8) & 255) / 255f, ((color >> 16) & 255) / 255f);
        var alphas = new float[_width];
        for (var y = 0; y < _height; y++)
        {
            shape.Row(y, strength, alphas);
            var row = _pixels.AsSpan(y * _width * 4, _width * 4);
            for (var x = 0; x < _width; x++)
            {
                (row[4 * x], row[4 * x + 1], row[4 * x + 2], row[4 * x + 3]) = (blue * alphas[x], green * alphas[x], red * alphas[x], alphas[x]);
            }
        }
    }

    /// <summary>The letters' own shape: blurred for a shadow, blurred and made hard again for an outline.</summary>
    public void Shade(uint color, int radius, int offsetY, double gain, double strength)
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
                Over((i / width + top) * _width + i % width + left, color, Math.Min(1, mask[i] / 255.0 * gain) * strength);
            }
        }
    }

    /// <summary>A shade under the lines of the text that is whole around the letters and gone a line further.</summary>
    public void Cloud(uint color, double strength, int size)
    {
        var mask = new byte[_width * _height];
        IReadOnlyList<TextCell> parts = text.Cells.Count > 0 ? text.Cells : [new TextCell(0, 0, 0, 0, 0, text.Width, text.Height, false, false)];
        foreach (var part in parts)
        {
            var (left, right) = (Math.Max(0, (int)(textX + part.X - size * CloudPadX)), Math.Min(_width, (int)(textX + part.Right + size * CloudPadX)));
            var (top, bottom) = (Math.Max(0, (int)(textY + part.Y - size * CloudPadY)), Math.Min(_height, (int)(textY + part.Bottom + size * CloudPadY)));
            for (var y = top; y < bottom && right > left; y++)
            {
                mask.AsSpan(y * _width + left, right - left).Fill(255);
            }
        }

        var plane = new PlaneView(mask, 0, _width, _height);
        for (var pass = 0; pass < 2; pass++)
        {
            BoxBlur.Apply(plane, Math.Max(1, (int)(size * CloudSoftness)));
        }

        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] > 0)
            {
                Over(i, color, mask[i] / 255.0 * strength);
            }
        }
    }

    /// <summary>A box with round corners around the block, or around a part of it.</summary>
    public void Box(uint color, double strength, double padX, double padY, double radius, TextCell? part = null)
    {
        var (x0, y0, x1, y1) = part is { } cell ? (cell.X, cell.Y, cell.Right, cell.Bottom) : (0, 0, text.Width, text.Height);
        var (left, right) = (textX + x0 - padX, textX + x1 + padX);
        var (top, bottom) = (textY + y0 - padY, textY + y1 + padY);
        for (var y = Math.Max(0, (int)top - 1); y < Math.Min(_height, (int)bottom + 2); y++)
        {
            for (var x = Math.Max(0, (int)left - 1); x < Math.Min(_width, (int)right + 2); x++)
            {
                // Distance to a rectangle with round corners, negative inside.
                var dx = Math.Max(left + radius - (x + 0.5), x + 0.5 - (right - radius));
                var dy = Math.Max(top + radius - (y + 0.5), y + 0.5 - (bottom - radius));
                var outside = dx > 0 && dy > 0 ? Math.Sqrt(dx * dx + dy * dy) : Math.Max(0, Math.Max(dx, dy));
                var distance = outside + Math.Min(Math.Max(dx, dy), 0) - radius;
                if (distance < 0.5)
                {
                    Over(y * _width + x, color, Math.Clamp(0.5 - distance, 0, 1) * strength);
                }
            }
        }
    }

    /// <summary>The letters themselves.</summary>
    public void Letters() => Letters(new TextCell(0, 0, 0, 0, 0, text.Width, text.Height, false, false), null);

    /// <summary>The letters of a part, those of the text's colour in another one.</summary>
    public void Letters(TextCell part, (uint From, uint To)? colors)
    {
        var (x0, x1) = ((int)Math.Max(Math.Max(0, -textX), Math.Floor(part.X)), Math.Min(Math.Min(text.Width, _width - textX), Math.Ceiling(part.Right)));
        var (y0, y1) = ((int)Math.Max(Math.Max(0, -textY), Math.Floor(part.Y)), Math.Min(Math.Min(text.Height, _height - textY), Math.Ceiling(part.Bottom)));
        for (var y = y0; y < y1; y++)
        {
            for (var x = x0; x < x1; x++)
            {
                var from = text.Pixels.AsSpan((y * text.Width + x) * 4, 4);
                if (from[3] == 0)
                {
                    continue;
                }

                var index = (y + textY) * _width + x + textX;
                if (colors is { } change && HasColour(from, change.From))
                {
                    Over(index, change.To, from[3] / 255.0);
                    continue;
                }

                var to = _pixels.AsSpan(index * 4, 4);
                var through = 1 - from[3] / 255f;
                for (var channel = 0; channel < 4; channel++)
                {
                    to[channel] = from[channel] / 255f + to[channel] * through;
                }
            }
        }
    }

    // The offsets of 16 and 128 are those of a premultiplied picture: black adds nothing but its alpha.
    public PlanarPicture Finish()
    {
        var picture = new PlanarPicture(_width, _height, hasAlpha: true);
        var (blue, red) = (picture.Plane(1), picture.Plane(2));
        for (var i = 0; i < _width * _height; i++)
        {
            var pixel = _pixels.AsSpan(i * 4, 4);
            picture.Data[i] = IsBlack(pixel) ? (byte)16 : (byte)(YuvColor.Convert(pixel[2], pixel[1], pixel[0]).Y + 0.5);
            picture.Alpha![i] = (byte)(pixel[3] * 255 + 0.5f);
        }

        for (var y = 0; y < picture.ChromaHeight; y++)
        {
            for (var x = 0; x < picture.ChromaWidth; x++)
            {
                var (r, g, b) = (Mean(x, y, 2), Mean(x, y, 1), Mean(x, y, 0));
                var (_, u, v) = YuvColor.Convert(r, g, b);
                blue.Row(y)[x] = (byte)(u + 0.5);
                red.Row(y)[x] = (byte)(v + 0.5);
            }
        }

        picture.DeriveChromaAlpha();
        return picture;
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

    private double Mean(int x, int y, int channel)
    {
        var at = (2 * y * _width + 2 * x) * 4 + channel;
        var below = at + _width * 4;
        return (_pixels[at] + _pixels[at + 4] + _pixels[below] + _pixels[below + 4]) / 4;
    }

    // An emoji brings colours of its own and keeps them.
    private static bool HasColour(ReadOnlySpan<byte> pixel, uint color)
    {
        for (var channel = 0; channel < 3; channel++)
        {
            var straight = pixel[channel] * 255 / pixel[3];
            if (Math.Abs(straight - (int)((color >> (8 * channel)) & 255)) > SameColour)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsBlack(ReadOnlySpan<float> pixel) => pixel[0] == 0 && pixel[1] == 0 && pixel[2] == 0;
}
