using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Rendering.Preview;

/// <summary>Writes the sheet's own small words, each on one line.</summary>
internal sealed class LabelWriter(ITextRasterizer rasterizer, string workFolder)
{
    // Wide enough that nothing wraps; what is too long for its place is cut off there.
    private const int Endless = 2000;

    private static readonly string[] s_fonts = ["Open Sans", "Inter", "Noto Sans", "DejaVu Sans", "Arial", "sans-serif"];

    private readonly Dictionary<(string Text, int Size, uint Color), TextBitmap> _drawn = [];

    /// <summary>Writes into the middle of a place's height.</summary>
    public async Task WriteAsync(
        PlanarPicture target, string text, int size, uint color, PixelRect place, TextAlign align, CancellationToken cancellationToken)
    {
        if (text.Length == 0 || place.Width < 2)
        {
            return;
        }

        var bitmap = await DrawAsync(text, size, color, cancellationToken);
        var free = place.Width - bitmap.Width;
        var x = free <= 0 || align == TextAlign.Left ? place.X : align == TextAlign.Right ? place.X + free : place.X + free / 2;
        Ink.Write(target, bitmap, x, place.Y + (place.Height - bitmap.Height) / 2, place.Width);
    }

    public async Task<int> WidthAsync(string text, int size, uint color, CancellationToken cancellationToken) =>
        (await DrawAsync(text, size, color, cancellationToken)).Width;

    private async Task<TextBitmap> DrawAsync(string text, int size, uint color, CancellationToken cancellationToken)
    {
        if (!_drawn.TryGetValue((text, size, color), out var bitmap))
        {
            var request = new TextRequest(text, s_fonts, size, Endless, size * 4, TextAlign.Left, color);
            _drawn[(text, size, color)] = bitmap = await rasterizer.DrawAsync(request, workFolder, cancellationToken);
        }

        return bitmap;
    }
}
