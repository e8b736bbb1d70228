using System.Text;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Makes a file name out of a wish. The result is good on every platform, so that an export folder can be shared.</summary>
internal static class OutputName
{
    public const string Fallback = "video";

    private const int LongestName = 120;

    // Most file systems count 255 bytes, and the number and the ending of an unfinished file come on top.
    private const int LongestInBytes = 200;
    private const string Reserved = "<>:\"/\\|?*";

    public static IReadOnlyList<string> Extensions { get; } = ["mp4", "mov", "webm", "gif", "mp3", "wav", "jpg", "png", "srt", "otio"];

    /// <summary>The name without extension. A folder in the wish is dropped, as is an extension of ours.</summary>
    public static string Clean(string wish)
    {
        var lastPart = wish.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        var clean = new StringBuilder();
        var bytes = 0;
        foreach (var rune in WithoutExtension(lastPart).EnumerateRunes())
        {
            var letter = !DisplayText.IsVisible(rune) ? default : Reserved.Contains(rune.ToString(), StringComparison.Ordinal) ? new Rune('-') : rune;
            if (letter == default)
            {
                continue;
            }

            bytes += letter.Utf8SequenceLength;
            if (clean.Length + letter.Utf16SequenceLength > LongestName || bytes > LongestInBytes)
            {
                break;
            }

            clean.Append(letter.ToString());
        }

        // In a shell's "*" a name that begins with a dash is an option.
        var name = clean.ToString().TrimEnd(' ', '.').TrimStart('-', ' ', '.');
        return name.Trim('-', ' ', '.').Length == 0 ? Fallback
            : UserPath.IsWindowsDevice(name) ? $"{Fallback}-{name}"
            : name;
    }

    /// <summary>The wish with an end that is never cut off; null = without one.</summary>
    public static string With(string wish, string? suffix)
    {
        if (suffix is null)
        {
            return wish;
        }

        var (stem, end) = (Clean(wish), "_" + suffix);
        while (!Clean(stem + end).EndsWith(end, StringComparison.Ordinal) && stem.Length > 0)
        {
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        }

        return stem + end;
    }

    /// <exception cref="OutputFolderException">It is not an export format.</exception>
    public static string CheckedExtension(string extension)
    {
        var bare = extension.TrimStart('.');
        return Extensions.FirstOrDefault(known => known.Equals(bare, StringComparison.OrdinalIgnoreCase))
            ?? throw OutputFolderException.BadExtension(extension);
    }

    private static string WithoutExtension(string name)
        => Extensions.FirstOrDefault(known => name.EndsWith('.' + known, StringComparison.OrdinalIgnoreCase)) is { } extension
            ? name[..^(extension.Length + 1)]
            : name;
}
