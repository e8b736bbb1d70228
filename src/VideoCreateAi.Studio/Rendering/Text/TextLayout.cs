using System.Globalization;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>How large a text is and where it stands on a canvas.</summary>
internal sealed record TextLayout(TextRequest Request, TextStyle Style, TextPosition Position, SafeArea SafeArea, WordLook WordLook)
{
    private const uint White = 0xFFFFFF;

    // Large letters stand closer than those that are read in a row.
    private const double TitleLineHeight = 1.02;
    private const double CaptionLineHeight = 1.2;

    // Phones lay their buttons over the lowest part of an upright video, whoever shows it.
    private static readonly SafeArea s_upright = new(0.08, 0.11, 0.08, 0.15);
    private static readonly SafeArea s_wide = new(0.08, 0.09, 0.08, 0.08);

    public bool IsCaption { get; init; }

    /// <summary>Nobody chose its colour, and its style brings no ground of its own: it may be whichever is read best.</summary>
    public bool IsInkFree { get; init; }

    /// <summary>Whether what it needs to be read depends on the picture behind it.</summary>
    public static bool DependsOnPicture(TextStyle style) => style is TextStyle.Plain or TextStyle.Shadow;

    /// <param name="safe">Null = what suits the shape of the canvas.</param>
    public static TextLayout Of(TextSegment segment, TextRole role, Canvas canvas, RenderOptions options, SafeArea? safe = null)
    {
        safe ??= canvas.Height > canvas.Width ? s_upright : s_wide;
        var isCaption = role == TextRole.Caption;
        var look = WordLookOf(segment, isCaption);
        // The field of colour follows the word; the others have an outline.
        var style = look == WordLook.Box ? TextStyle.Outline : segment.Style;
        // Centre is what a caption says when it says nothing.
        var position = isCaption && segment.Position == TextPosition.Center ? TextPosition.Bottom : segment.Position;
        var size = segment.Size is { } share && share > 0
            ? Math.Clamp(share, 0.012, 0.4) * canvas.Height
            : isCaption
                ? Math.Min(canvas.Height * 0.05, canvas.Width * 0.06)
                : Math.Min(canvas.Height * 0.125, canvas.Width * 0.168);
        // As far from both sides, so that what stands in the middle of the canvas stays inside.
        var maxWidth = canvas.Width * (isCaption || !IsAtSide(position) ? 1 - 2 * Math.Max(safe.Left, safe.Right) : Math.Min(0.6, 1 - safe.Left - safe.Right));
        var maxHeight = canvas.Height * (isCaption ? 0.22 : 0.31);
        var color = style == TextStyle.Highlight ? TextInk.OnHighlight : ParseColor(segment.Color);
        var request = new TextRequest(
            TextGuard.Clean(segment.Text), Fonts(segment.Font, options), Math.Max(TextGuard.LeastSize, (int)size), (int)maxWidth, (int)maxHeight, Align(position), color)
        {
            LineHeight = isCaption ? CaptionLineHeight : TitleLineHeight,
        };
        return new TextLayout(request, style, position, safe, look) { IsCaption = isCaption, IsInkFree = segment.Color is null && DependsOnPicture(style) };
    }

    /// <summary>Top left corner of a block of that size.</summary>
    public (double X, double Y) Place(int width, int height, Canvas canvas)
    {
        var x = Align(Position) switch
        {
            TextAlign.Left => canvas.Width * SafeArea.Left,
            TextAlign.Right => canvas.Width * (1 - SafeArea.Right) - width,
            _ => (canvas.Width - width) / 2.0,
        };
        var y = Position switch
        {
            TextPosition.TopLeft or TextPosition.Top or TextPosition.TopRight => canvas.Height * SafeArea.Top,
            TextPosition.BottomLeft or TextPosition.Bottom or TextPosition.BottomRight => canvas.Height * (1 - SafeArea.Bottom) - height,
            _ => (canvas.Height - height) / 2.0,
        };
        return (x, y);
    }

    /// <summary>The families to look for, the wished one first.</summary>
    public static IReadOnlyList<string> Fonts(string? wished, RenderOptions options) =>
        string.IsNullOrWhiteSpace(wished) ? options.TitleFonts : [wished, .. options.TitleFonts];

    private static WordLook WordLookOf(TextSegment segment, bool isCaption) => (isCaption, segment.Style) switch
    {
        (true, TextStyle.Highlight) => WordLook.Box,
        (true, not TextStyle.Plain) when segment.Words.Count > 0 => WordLook.Letters,
        _ => WordLook.None,
    };

    private static TextAlign Align(TextPosition position) => position switch
    {
        TextPosition.TopLeft or TextPosition.Left or TextPosition.BottomLeft => TextAlign.Left,
        TextPosition.TopRight or TextPosition.Right or TextPosition.BottomRight => TextAlign.Right,
        _ => TextAlign.Center,
    };

    private static bool IsAtSide(TextPosition position) => position is TextPosition.Left or TextPosition.Right;

    private static uint ParseColor(string? color) =>
        color is ['#', ..] && color.Length == 7
        && uint.TryParse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? rgb
            : White;
}
