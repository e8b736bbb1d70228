using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Chunks;

/// <summary>What makes chunks here. Chunks of another engine are not this one's.</summary>
internal static class Engine
{
    /// <summary>To be raised with every change of what composed or encoded frames look like.</summary>
    public const int Version = 7;

    private static readonly string[] s_fontFolders =
        ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", @"C:\Windows\Fonts"];

    private static readonly EnumerationOptions s_all = new()
    {
        RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true,
    };

    /// <summary>The encoder, too: another build of it makes other bytes of the same frames.</summary>
    public static string Identity(IToolRunner tools) => FormattableString.Invariant($"{Version}|{Stamp(tools.PathOf(MediaTool.Ffmpeg))}");

    /// <summary>Changes when a font comes or goes: then its folder does.</summary>
    public static string Fonts(string rasterizer)
    {
        using var key = new ContentKey();
        key.Add(rasterizer);
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        foreach (var root in s_fontFolders.Append(Path.Combine(home, ".fonts")).Append(Path.Combine(home, ".local/share/fonts")).Where(Directory.Exists))
        {
            var top = new DirectoryInfo(root);
            foreach (var folder in top.EnumerateDirectories("*", s_all).Prepend(top).OrderBy(folder => folder.FullName, StringComparer.Ordinal))
            {
                key.Add(folder.FullName, folder.LastWriteTimeUtc.Ticks);
            }
        }

        return key.ToString();
    }

    private static string Stamp(string? path) => path is not null && new FileInfo(path) is { Exists: true } file
        ? FormattableString.Invariant($"{file.Length}|{file.LastWriteTimeUtc.Ticks}")
        : "";
}
