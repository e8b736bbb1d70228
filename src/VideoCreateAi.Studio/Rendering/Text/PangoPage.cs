using System.Text;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>One layout of Pango and what it stands on. Lines end where the text says so; Pango breaks none.</summary>
internal sealed unsafe class PangoPage : IDisposable
{
    private const int Scale = 1024;
    private const int Bold = 700;
    private const int Argb32 = 0;
    private const uint LineMayEndBefore = 1;

    private readonly PangoLibrary _pango;
    private readonly nint _surface;
    private readonly nint _context;
    private readonly nint _layout;

    public PangoPage(PangoLibrary pango)
    {
        _pango = pango;
        _surface = pango.CreateSurface(Argb32, 1, 1);
        _context = pango.CreateContext(_surface);
        _layout = pango.CreateLayout(_context);
        pango.SetWidth(_layout, -1);
    }

    public int LineCount => _pango.LineCount(_layout);

    public int UnknownGlyphs => _pango.UnknownGlyphs(_layout);

    public void SetAlignment(TextAlign align) => _pango.SetAlignment(_layout, (int)align);

    public void SetText(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        fixed (byte* bytes = utf8)
        {
            // Not null for an empty text, whose array has no first byte.
            byte nothing = 0;
            _pango.SetText(_layout, bytes is null ? &nothing : bytes, utf8.Length);
        }
    }

    /// <param name="factor">Times the height that the fonts ask for.</param>
    public void SetLineSpacing(double factor) => _pango.SetLineSpacing(_layout, (float)factor);

    /// <param name="tracking">What is added between letters, in font sizes.</param>
    public void SetFont(IReadOnlyList<string> fonts, int size, double tracking = 0)
    {
        var font = _pango.NewFont();
        fixed (byte* families = Encoding.UTF8.GetBytes(string.Join(',', fonts) + '\0'))
        {
            _pango.SetFamily(font, families);
        }

        _pango.SetWeight(font, Bold);
        _pango.SetAbsoluteSize(font, size * (double)Scale);
        _pango.SetFont(_layout, font);
        _pango.FreeFont(font);
        if (tracking > 0)
        {
            var attributes = _pango.NewAttributes();
            _pango.InsertAttribute(attributes, _pango.NewLetterSpacing((int)(size * tracking * Scale)));
            _pango.SetAttributes(_layout, attributes);
            _pango.FreeAttributes(attributes);
        }
    }

    /// <summary>Whether Unicode lets a line end before each code point, and after the last.</summary>
    public bool[] LineEnds()
    {
        int count;
        var attributes = _pango.LogAttributes(_layout, &count);
        var result = new bool[count];
        for (var i = 0; i < count; i++)
        {
            result[i] = (attributes[i] & LineMayEndBefore) != 0;
        }

        return result;
    }

    /// <summary>The letter at that byte of the UTF-8 text: its left top corner and its size; the width is negative from right to left.</summary>
    public (double X, double Y, double Width, double Height) Place(int index)
    {
        PangoRectangle place;
        _pango.IndexToPosition(_layout, index, &place);
        return ((double)place.X / Scale, (double)place.Y / Scale, (double)place.Width / Scale, (double)place.Height / Scale);
    }

    public (PangoRectangle Ink, PangoRectangle Logical) Extents()
    {
        PangoRectangle ink, logical;
        _pango.PixelExtents(_layout, &ink, &logical);
        return (ink, logical);
    }

    public byte[] Paint(uint color, int left, int top, int width, int height)
    {
        var surface = _pango.CreateSurface(Argb32, width, height);
        var context = _pango.CreateContext(surface);
        try
        {
            _pango.SetColor(context, ((color >> 16) & 255) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0, 1);
            _pango.MoveTo(context, -left, -top);
            _pango.ShowLayout(context, _layout);
            _pango.FlushSurface(surface);
            var pixels = new byte[width * height * 4];
            var data = _pango.SurfaceData(surface);
            var stride = _pango.SurfaceStride(surface);
            if (data is null)
            {
                throw new RenderException("render_failed", "A text is too large to be drawn. Make it shorter or smaller and export again.");
            }

            for (var y = 0; y < height; y++)
            {
                new ReadOnlySpan<byte>(data + y * stride, width * 4).CopyTo(pixels.AsSpan(y * width * 4));
            }

            return pixels;
        }
        finally
        {
            _pango.DestroyContext(context);
            _pango.DestroySurface(surface);
        }
    }

    public void Dispose()
    {
        _pango.Unref(_layout);
        _pango.DestroyContext(_context);
        _pango.DestroySurface(_surface);
    }
}
