using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Rendering.Text;

namespace VideoCreateAi.Studio.Checkup;

/// <summary>Asks what draws the letters of videos which of these it could not draw.</summary>
internal sealed class LetterCheck(ITextRasterizer rasterizer, RenderOptions options)
{
    private static readonly (string Name, string Sample, string Script, bool IsNeeded)[] s_rows =
    [
        ("font-latin", "Ag éßžł", "Latin", true),
        ("font-cjk", "你好 かな 한글", "Chinese, Japanese and Korean", false),
        ("font-arabic", "سلام", "Arabic", false),
        ("font-devanagari", "नमस्ते", "Devanagari", false),
        ("font-emoji", "😀🎬", "emoji", false),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        if (rasterizer is AssTextRasterizer)
        {
            // Windows has no Pango of its own, and has fonts for all of these.
            return OperatingSystem.IsWindows()
                ? [new("lettering", FindingState.Ok, "ffmpeg draws letters, with the fonts of Windows; emoji are not in colour")]
                : [new("lettering", FindingState.Warning, "Pango is missing: ffmpeg draws letters, emoji are not in colour, and which fonts are missing cannot be told")];
        }

        List<Finding> findings = [new("lettering", FindingState.Ok, rasterizer is IsolatedTextRasterizer ? "Pango, in a process of its own" : "Pango")];
        foreach (var (name, sample, script, isNeeded) in s_rows)
        {
            findings.Add(await CoversAsync(sample, cancellationToken)
                ? new(name, FindingState.Ok, script)
                : new(name, isNeeded ? FindingState.Missing : FindingState.Warning, $"no font for {script}: boxes stand for it"));
        }

        return findings;
    }

    private async Task<bool> CoversAsync(string sample, CancellationToken cancellationToken)
    {
        try
        {
            return await rasterizer.MissingAsync(sample, options.TitleFonts, cancellationToken) is "";
        }
        catch (RenderException)
        {
            // Without a single font the libraries give up.
            return false;
        }
    }
}
