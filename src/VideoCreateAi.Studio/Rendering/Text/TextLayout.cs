using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How large a text is and where it stands on a canvas.</summary>
internal sealed record TextLayout(TextRequest Request, TextStyle Style, TextPosition Position, double SideMargin, double TopMargin, double BottomMargin)
{
    private const int MostLetters = 600;
    private const uint White = 0xFFFFFF;
    private const uint Ink = 0x16181D;

    public static TextLayout Of(TextSegment segment, TextRole role, Canvas canvas, RenderOptions options)
    {
        var isCaption = role == TextRole.Caption;
        var upright = canvas.Height > canvas.Width;
        var style = isCaption && segment.Style == TextStyle.Plain ? TextStyle.Box : segment.Style;
        // Centre is what a caption says when it says nothing.
        var position = isCaption && segment.Position == TextPosition.Center ? TextPosition.Bottom : segment.Position;
        var size = segment.Size is { } share && share > 0
            ? Math.Clamp(share, 0.012, 0.4) * canvas.Height
            : isCaption
                ? Math.Min(canvas.Height * 0.045, canvas.Width * 0.052)
                : Math.Min(canvas.Height * 0.125, canvas.Width * 0.168);
        var maxWidth = canvas.Width * (isCaption ? 0.84 : IsAtSide(position) ? 0.6 : 0.84);
        var maxHeight = canvas.Height * (isCaption ? 0.22 : 0.31);
        var color = style == TextStyle.Highlight ? Ink : ParseColor(segment.Color);
        var fonts = Fonts(segment.Font, options);
        var request = new TextRequest(Clean(segment.Text), fonts, Math.Max(10, (int)size), (int)maxWidth, (int)maxHeight, Align(position), color);
        // Phones lay their buttons over the lowest part of an upright video.
        return new TextLayout(
            request, style, position, canvas.Width * 0.08, canvas.Height * (upright ? 0.11 : 0.09), canvas.Height * (upright ? 0.15 : 0.08));
    }

    /// <summary>Top left corner of a block of that size.</summary>
    public (double X, double Y) Place(int width, int height, Canvas canvas)
    {
        var x = Align(Position) switch
        {
            TextAlign.Left => SideMargin,
            TextAlign.Right => canvas.Width - SideMargin - width,
            _ => (canvas.Width - width) / 2.0,
        };
        var y = Position switch
        {
            TextPosition.TopLeft or TextPosition.Top or TextPosition.TopRight => TopMargin,
            TextPosition.BottomLeft or TextPosition.Bottom or TextPosition.BottomRight => canvas.Height - BottomMargin - height,
            _ => (canvas.Height - height) / 2.0,
        };
        return (x, y);
    }

    private static TextAlign Align(TextPosition position) => position switch
    {
        TextPosition.TopLeft or TextPosition.Left or TextPosition.BottomLeft => TextAlign.Left,
        TextPosition.TopRight or TextPosition.Right or TextPosition.BottomRight => TextAlign.Right,
        _ => TextAlign.Center,
    };

    private static bool IsAtSide(TextPosition position) => position is TextPosition.Left or TextPosition.Right;

    // A comma would make two families of one.
    private static IReadOnlyList<string> Fonts(string? wished, RenderOptions options) => string.IsNullOrWhiteSpace(wished)
        ? options.TitleFonts
        : [string.Concat(wished.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-')), .. options.TitleFonts];

    private static uint ParseColor(string? color) =>
        color is ['#', ..] && color.Length == 7
        && uint.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? rgb
            : White;

    private static string Clean(string text)
    {
        var clean = string.Concat(text.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter))).Trim();
        return clean.Length <= MostLetters ? clean : clean[..MostLetters];
    }
}
