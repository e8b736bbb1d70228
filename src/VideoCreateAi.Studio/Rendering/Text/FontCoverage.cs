using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Tells, before anything is drawn, which characters of a video's texts no installed font can draw.</summary>
internal static class FontCoverage
{
    private const int MostNamed = 6;

    public static async Task<string?> NoteAsync(
        VideoTimeline timeline, ITextRasterizer rasterizer, RenderOptions options, CancellationToken cancellationToken)
    {
        var missing = "";
        foreach (var text in timeline.TextTracks.SelectMany(track => track.Segments))
        {
            missing += await rasterizer.MissingAsync(text.Text, TextLayout.Fonts(text.Font, options), cancellationToken);
        }

        return missing.Length == 0 ? null : Note(missing);
    }

    /// <summary>One sentence for all texts: one font often mends them all.</summary>
    public static string Note(string missing)
    {
        var letters = Graphemes.Of(missing).Select(letter => missing[letter.Start..letter.End]).Distinct().ToList();
        var named = string.Join(' ', letters.Take(MostNamed).Select(Named));
        var more = letters.Count > MostNamed ? $" and {letters.Count - MostNamed} more" : "";
        return $"Some text has characters that no installed font can draw ({named}{more}), so they are shown as boxes: install a font for them "
            + "(on Debian fonts-noto-cjk for Chinese, Japanese and Korean, fonts-noto-color-emoji for emoji, fonts-noto-core for most others) and export again.";
    }

    // Who reads this may lack the font as well.
    private static string Named(string letter) => FormattableString.Invariant($"{letter} U+{char.ConvertToUtf32(letter, 0):X4}");
}
