using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.SafetyTests.Pixels;

/// <summary>The program that Pango's authors look at text files with. It reads them as they are, without markup.</summary>
internal static class PangoView
{
    // Room for what stands out of the lines.
    private const int Margin = 40;

    /// <param name="ink">0xRRGGBB; the ground is white.</param>
    public static async Task<RgbPicture> DrawAsync(string text, string font, double spacing, uint ink, string folder)
    {
        var (from, to) = (Path.Combine(folder, "view.txt"), Path.Combine(folder, "view.png"));
        await File.WriteAllTextAsync(from, text);
        string[] arguments =
        [
            "--no-display", "--align=center", Invariant($"--margin={Margin}"), $"--font={font}", "--background=white", Invariant($"--foreground=#{ink:X6}"),
            Invariant($"--line-spacing={spacing}"), $"--output={to}", from,
        ];
        using var process = Process.Start(new ProcessStartInfo("pango-view", arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        return Typesetter.Read(to);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
