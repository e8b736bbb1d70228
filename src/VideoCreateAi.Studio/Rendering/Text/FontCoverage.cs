using System.Text;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Tells, before anything is drawn, which characters of a video's texts no installed font can draw.</summary>
internal sealed class FontCoverage(IToolRunner tools, RenderOptions options)
{
    private const int MostNamed = 6;

    /// <summary>One sentence for all texts: one font often mends them all. Null when all can be drawn.</summary>
    public async Task<string?> NoteAsync(IEnumerable<TextSegment> texts, CancellationToken cancellationToken)
    {
        var missing = "";

        // Any font has those of ASCII, so most videos need not ask.
        foreach (var text in texts.Where(text => !Ascii.IsValid(text.Text)))
        {
            try
            {
                missing += await TextRasterizers.Choose(tools).MissingAsync(text.Text, TextLayout.Fonts(text.Font, options), cancellationToken);
            }
            catch (RenderException)
            {
                // It cannot be drawn at all: the render that tries says so.
            }
        }

        return missing.Length == 0 ? null : Note(missing);
    }

    private static string Note(string missing)
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
