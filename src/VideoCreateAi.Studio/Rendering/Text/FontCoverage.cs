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

        // Said as a fact: an instruction in a reply is taken for one about a window.
        return $"No font on this machine can draw {named}{more}, so boxes stand for that in the video. Fonts for most scripts come with Debian's "
            + "fonts-noto-core, for Chinese, Japanese and Korean with fonts-noto-cjk, for emoji with fonts-noto-color-emoji.";
    }

    // Who reads this may lack the font as well.
    private static string Named(string letter) => FormattableString.Invariant($"{letter} U+{char.ConvertToUtf32(letter, 0):X4}");
}
