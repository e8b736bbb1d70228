using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>Draws text along another way than the product: each character goes to Pango's reader of markup as the number that it has in
/// Unicode, and the font as a line of text. No sign of the text itself is in what is read, so none can be taken for anything else.</summary>
internal sealed unsafe partial class Typesetter : IDisposable
{
    private const int Argb32 = 0;
    private const int Scale = 1024;
    private const string LineEnd = "&#x2028;";
    private const string ParagraphEnd = "&#xA;";

    private readonly nint _surface = cairo_image_surface_create(Argb32, 1, 1);
    private readonly nint _context;
    private readonly nint _layout;

    public Typesetter()
    {
        _context = cairo_create(_surface);
        _layout = pango_cairo_create_layout(_context);
    }

    /// <param name="lines">Each with how often a line was ended on purpose before it; 0 = it goes on with the one before.</param>
    /// <param name="tracking">Pixels.</param>
    /// <returns>Premultiplied: blue, green, red, alpha.</returns>
    public (int Width, int Height, byte[] Pixels) Draw(
        IReadOnlyList<(string Text, int Breaks)> lines, string font, uint color, int align, double tracking, double spacing)
    {
        pango_layout_set_alignment(_layout, align);
        pango_layout_set_line_spacing(_layout, (float)spacing);
        pango_layout_set_markup(_layout, Markup(lines, font, tracking), -1);
        return Paint(color);
    }

    /// <summary>What the fonts ask for from line to line, in pixels.</summary>
    public double LineHeight(string text, string font, double tracking)
    {
        var paragraphs = text.Split('\n');
        pango_layout_set_line_spacing(_layout, 0);
        pango_layout_set_markup(_layout, Markup([.. paragraphs.Select(paragraph => (paragraph, 1))], font, tracking), -1);
        var ink = stackalloc int[4];
        var logical = stackalloc int[4];
        pango_layout_get_pixel_extents(_layout, ink, logical);
        return Math.Max(1.0, logical[3]) / paragraphs.Length;
    }

    /// <summary>A PNG without transparency.</summary>
    public static RgbPicture Read(string path)
    {
        var surface = cairo_image_surface_create_from_png(path);
        var (width, height) = (cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface));
        var pixels = Copy(surface, width, height);
        cairo_surface_destroy(surface);

        // Each pixel's fourth byte is not in use.
        return new RgbPicture(width, height, [.. pixels.Chunk(4).SelectMany(pixel => new[] { pixel[2], pixel[1], pixel[0] })]);
    }

    public void Dispose()
    {
        g_object_unref(_layout);
        cairo_destroy(_context);
        cairo_surface_destroy(_surface);
    }

    private static string Markup(IReadOnlyList<(string Text, int Breaks)> lines, string font, double tracking)
    {
        var markup = new StringBuilder();
        markup.Append(CultureInfo.InvariantCulture, $"<span font_desc=\"{font}\"");
        if (tracking > 0)
        {
            markup.Append(CultureInfo.InvariantCulture, $" letter_spacing=\"{(int)(tracking * Scale)}\"");
        }

        markup.Append('>');
        for (var line = 0; line < lines.Count; line++)
        {
            if (line > 0)
            {
                markup.Append(lines[line].Breaks == 0 ? LineEnd : string.Concat(Enumerable.Repeat(ParagraphEnd, lines[line].Breaks)));
            }

            foreach (var rune in lines[line].Text.EnumerateRunes())
            {
                markup.Append(CultureInfo.InvariantCulture, $"&#x{rune.Value:X};");
            }
        }

        return markup.Append("</span>").ToString();
    }

    private (int Width, int Height, byte[] Pixels) Paint(uint color)
    {
        var ink = stackalloc int[4];
        var logical = stackalloc int[4];
        pango_layout_get_pixel_extents(_layout, ink, logical);
        var (left, top) = (Math.Min(ink[0], logical[0]), Math.Min(ink[1], logical[1]));
        var width = Math.Max(1, Math.Max(ink[0] + ink[2], logical[0] + logical[2]) - left);
        var height = Math.Max(1, Math.Max(ink[1] + ink[3], logical[1] + logical[3]) - top);
        var surface = cairo_image_surface_create(Argb32, width, height);
        var context = cairo_create(surface);
        cairo_set_source_rgba(context, ((color >> 16) & 255) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0, 1);
        cairo_move_to(context, -left, -top);
        pango_cairo_show_layout(context, _layout);
        cairo_surface_flush(surface);
        var pixels = Copy(surface, width, height);
        cairo_destroy(context);
        cairo_surface_destroy(surface);
        return (width, height, pixels);
    }

    private static byte[] Copy(nint surface, int width, int height)
    {
        var pixels = new byte[width * height * 4];
        var stride = cairo_image_surface_get_stride(surface);
        for (var y = 0; y < height; y++)
        {
            new ReadOnlySpan<byte>(cairo_image_surface_get_data(surface) + y * stride, width * 4).CopyTo(pixels.AsSpan(y * width * 4));
        }

        return pixels;
    }

#pragma warning disable IDE1006, SA1300 // The names of the C libraries.
    [LibraryImport("libcairo.so.2")]
    private static partial nint cairo_image_surface_create(int format, int width, int height);

    [LibraryImport("libcairo.so.2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint cairo_image_surface_create_from_png(string path);

    [LibraryImport("libcairo.so.2")]
    private static partial int cairo_image_surface_get_width(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial int cairo_image_surface_get_height(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial byte* cairo_image_surface_get_data(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial int cairo_image_surface_get_stride(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_surface_flush(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_surface_destroy(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial nint cairo_create(nint surface);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_destroy(nint context);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_set_source_rgba(nint context, double red, double green, double blue, double alpha);

    [LibraryImport("libcairo.so.2")]
    private static partial void cairo_move_to(nint context, double x, double y);

    [LibraryImport("libpangocairo-1.0.so.0")]
    private static partial nint pango_cairo_create_layout(nint context);

    [LibraryImport("libpangocairo-1.0.so.0")]
    private static partial void pango_cairo_show_layout(nint context, nint layout);

    [LibraryImport("libpango-1.0.so.0")]
    private static partial void pango_layout_set_alignment(nint layout, int align);

    [LibraryImport("libpango-1.0.so.0")]
    private static partial void pango_layout_set_line_spacing(nint layout, float factor);

    [LibraryImport("libpango-1.0.so.0", StringMarshalling = StringMarshalling.Utf8)]
    private static partial void pango_layout_set_markup(nint layout, string markup, int length);

    [LibraryImport("libpango-1.0.so.0")]
    private static partial void pango_layout_get_pixel_extents(nint layout, int* ink, int* logical);

    [LibraryImport("libgobject-2.0.so.0")]
    private static partial void g_object_unref(nint item);
#pragma warning restore IDE1006, SA1300
}
