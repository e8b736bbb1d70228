using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Draws text with Pango: every script, right to left, colour emoji.</summary>
internal sealed class PangoTextRasterizer(PangoLibrary pango) : ITextRasterizer
{
    private const int Scale = 1024;
    private const int Bold = 700;
    private const int WrapWord = 0;
    private const int WrapWordOrLetter = 2;
    private const int Argb32 = 0;
    private const double Shrink = 0.93;
    private const int LeastSize = 10;

    // Fontconfig's caches do not like many threads at once, and one is fast enough.
    private static readonly Lock s_gate = new();

    public Task<TextBitmap> DrawAsync(TextRequest request, string workFolder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (s_gate)
        {
            return Task.FromResult(Draw(request));
        }
    }

    private unsafe TextBitmap Draw(TextRequest request)
    {
        var utf8 = Encoding.UTF8.GetBytes(request.Text);
        var surface = pango.CreateSurface(Argb32, 1, 1);
        var context = pango.CreateContext(surface);
        var layout = pango.CreateLayout(context);
        try
        {
            fixed (byte* text = utf8)
            {
                pango.SetText(layout, text, utf8.Length);
            }

            pango.SetAlignment(layout, (int)request.Align);
            var size = Fit(layout, request);
            PangoRectangle ink, logical;
            pango.PixelExtents(layout, &ink, &logical);
            // Swashes and accents may stand out of the logical box.
            var left = Math.Min(ink.X, logical.X);
            var top = Math.Min(ink.Y, logical.Y);
            var width = Math.Clamp(Math.Max(ink.X + ink.Width, logical.X + logical.Width) - left, 1, request.MaxWidth * 2);
            var height = Math.Clamp(Math.Max(ink.Y + ink.Height, logical.Y + logical.Height) - top, 1, request.MaxHeight * 2);
            return new TextBitmap(width, height, Paint(layout, request, utf8, left, top, width, height), size)
            {
                MissingGlyphs = pango.UnknownGlyphs(layout),
            };
        }
        finally
        {
            pango.Unref(layout);
            pango.DestroyContext(context);
            pango.DestroySurface(surface);
        }
    }

    private unsafe int Fit(nint layout, TextRequest request)
    {
        pango.SetWrap(layout, WrapWord);
        var size = request.Size;
        while (true)
        {
            SetFont(layout, request.Fonts, size);
            pango.SetWidth(layout, request.MaxWidth * Scale);
            var (width, height) = Measure(layout);
            if ((width <= request.MaxWidth && height <= request.MaxHeight) || size <= LeastSize)
            {
                break;
            }

            size = Math.Max(LeastSize, (int)(size * Shrink));
        }

        if (size <= LeastSize)
        {
            pango.SetWrap(layout, WrapWordOrLetter);
            return size;
        }

        Balance(layout, request.MaxWidth);
        return size;
    }

    // The narrowest width that needs no more lines makes them about equally long.
    private unsafe void Balance(nint layout, int maxWidth)
    {
        var lines = pango.LineCount(layout);
        var (low, high) = (1, maxWidth);
        while (low < high)
        {
            var middle = (low + high) / 2;
            pango.SetWidth(layout, middle * Scale);
            if (pango.LineCount(layout) <= lines && Measure(layout).Width <= middle)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        pango.SetWidth(layout, high * Scale);
    }

    private unsafe (int Width, int Height) Measure(nint layout)
    {
        PangoRectangle ink, logical;
        pango.PixelExtents(layout, &ink, &logical);
        return (logical.Width, logical.Height);
    }

    private unsafe void SetFont(nint layout, IReadOnlyList<string> fonts, int size)
    {
        var font = pango.NewFont();
        fixed (byte* families = Encoding.UTF8.GetBytes(string.Join(',', fonts) + '\0'))
        {
            pango.SetFamily(font, families);
        }

        pango.SetWeight(font, Bold);
        pango.SetAbsoluteSize(font, size * (double)Scale);
        pango.SetFont(layout, font);
        pango.FreeFont(font);
    }

    private unsafe byte[] Paint(nint layout, TextRequest request, byte[] utf8, int left, int top, int width, int height)
    {
        var surface = pango.CreateSurface(Argb32, width, height);
        var context = pango.CreateContext(surface);
        if (request.Letters is { } letters)
        {
            Reveal(context, layout, request.Text, utf8, letters, left, top);
        }

        pango.SetColor(context, ((request.Color >> 16) & 255) / 255.0, ((request.Color >> 8) & 255) / 255.0, (request.Color & 255) / 255.0, 1);
        pango.MoveTo(context, -left, -top);
        pango.ShowLayout(context, layout);
        pango.FlushSurface(surface);
        var pixels = new byte[width * height * 4];
        var stride = pango.SurfaceStride(surface);
        for (var y = 0; y < height; y++)
        {
            new ReadOnlySpan<byte>(pango.SurfaceData(surface) + y * stride, width * 4).CopyTo(pixels.AsSpan(y * width * 4));
        }

        pango.DestroyContext(context);
        pango.DestroySurface(surface);
        return pixels;
    }

    private unsafe void Reveal(nint context, nint layout, string text, byte[] utf8, int letters, int left, int top)
    {
        var end = Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Clamp(letters, 0, text.Length)));
        for (var index = 0; index < end; index++)
        {
            if ((utf8[index] & 0xC0) != 0x80)
            {
                PangoRectangle place;
                pango.IndexToPosition(layout, index, &place);
                var width = Math.Abs(place.Width);
                var x = Math.Min(place.X, place.X + place.Width);
                pango.Rectangle(
                    context, (double)x / Scale - left, (double)place.Y / Scale - top, (double)width / Scale, (double)place.Height / Scale);
            }
        }

        pango.Clip(context);
    }
}
