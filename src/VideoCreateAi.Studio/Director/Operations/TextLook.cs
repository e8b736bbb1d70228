using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Operations;

/// <summary>How a text looks; what is null stays.</summary>
internal sealed record TextLook(
    TextPosition? Position = null, string? Color = null, double? SizeFactor = null, TextAnimation? Animation = null, TextStyle? Style = null,
    string? Font = null)
{
    private const double UsualSize = 0.08;

    public bool IsSaid => this != new TextLook();

    /// <summary>What was asked for, for a reply: ", top right, yellow, larger".</summary>
    public string Told => string.Concat(new[]
    {
        Position is { } place ? string.Concat(place.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToLowerInvariant() : null,
        Color is null ? null : Lexicons.ColourName(Color),
        SizeFactor is { } size ? size > 1 ? "larger" : "smaller" : null,
        Animation is { } animation ? animation == TextAnimation.None ? "still" : animation.ToString().ToLowerInvariant() : null,
        Font,
    }.Where(part => part is not null).Select(part => $", {part}"));

    public TextSegment On(TextSegment text) => text with
    {
        Position = Position ?? text.Position,
        Color = Color ?? text.Color,
        Font = Font ?? text.Font,
        Size = SizeFactor is { } factor ? Math.Round(Math.Clamp((text.Size ?? UsualSize) * factor, 0.02, 0.4), 4) : text.Size,
        Animation = Animation ?? text.Animation,
        Style = Style ?? text.Style,
    };
}
