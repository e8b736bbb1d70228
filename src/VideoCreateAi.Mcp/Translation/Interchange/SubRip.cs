using System.Globalization;
using System.Text;

namespace VideoCreateAi.Mcp.Translation.Interchange;

/// <summary>Writes the captions of a timeline as SubRip text (.srt): numbered, to the millisecond, in order of time.</summary>
internal static class SubRip
{
    // The line of times: in a text it would begin another caption.
    private const string Arrow = "-->";

    /// <returns>Null when the timeline has no captions.</returns>
    public static string? Write(CutSheet sheet)
    {
        var captions = Captions(sheet);
        if (captions.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var (caption, index) in captions.Select((caption, index) => (caption, index)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{index + 1}\n{Time(caption.Start)} {Arrow} {Time(caption.End)}\n{Lines(caption.Text)}\n\n");
        }

        return text.ToString();
    }

    /// <summary>Where a draft tells no roles at all, any text may be one.</summary>
    private static List<CutPiece> Captions(CutSheet sheet)
    {
        var texts = sheet.Tracks.Where(track => track.IsText).ToList();
        var tracks = texts.Exists(track => track.TellsRole) ? texts.Where(track => track.Kind == DraftReader.Captions) : texts;
        return [.. tracks.SelectMany(track => track.Pieces).Where(piece => Lines(piece.Text).Length > 0).OrderBy(piece => piece.Start)];
    }

    // An empty line ends a caption.
    private static string Lines(string text) => string.Join('\n', text
        .Split(["\r\n", "\n", "\r", "\u2028", "\u2029"], StringSplitOptions.None)
        .Select(line => string.Concat(line.Where(letter => !char.IsControl(letter))).Replace(Arrow, "→", StringComparison.Ordinal).Trim())
        .Where(line => line.Length > 0));

    private static string Time(double milliseconds)
    {
        var whole = (long)Math.Round(milliseconds);
        return string.Create(CultureInfo.InvariantCulture, $"{whole / 3_600_000:00}:{whole / 60_000 % 60:00}:{whole / 1000 % 60:00},{whole % 1000:000}");
    }
}
