using System.Text;

namespace VideoCreateAi.Mcp.Files;

/// <summary>Turns what a user or a model wrote into one absolute path, without asking the disk. <c>~/</c> and
/// <c>file://</c> are understood; <c>$HOME</c>, <c>%USERPROFILE%</c> and percent signs are letters like any other.</summary>
internal static class UserPath
{
    private const int LongestPart = 255;
    private const int LongestUnixPath = 4095;
    private const int LongestWindowsPath = 32_000;

    private static readonly string[] s_windowsDevices = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"];

    /// <param name="windows">Whose rules hold; a parameter so that each is tested everywhere.</param>
    public static string ToAbsolute(string text, FileAccessPolicy policy, bool windows)
    {
        var path = FromUri(text, windows);
        Check(path, windows);
        if (policy.HomeFolder is { } home && (path == "~" || path.StartsWith("~/", StringComparison.Ordinal)
            || (windows && path.StartsWith(@"~\", StringComparison.Ordinal))))
        {
            return home.TrimEnd('/', '\\') + path[1..];
        }

        if (IsAbsolute(path, windows))
        {
            return path;
        }

        if (windows && (path is ['\\' or '/', ..] || path is [_, ':', ..]))
        {
            throw LocalFileException.Invalid(path, @"give the full path with its drive, such as C:\Users\me\Pictures\a.jpg.");
        }

        return policy.WorkingDirectory is { } folder
            ? Path.Combine(folder, path)
            : throw LocalFileException.RelativeWithoutFolder(path, policy);
    }

    /// <summary>CON, NUL, COM1 and their kind name a device in every folder, with any extension.</summary>
    public static bool IsWindowsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd(' ');
        return s_windowsDevices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && "0123456789¹²³".Contains(stem[3], StringComparison.Ordinal)
                && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
    }

    private static string FromUri(string text, bool windows)
    {
        if (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw LocalFileException.Invalid(text, "it is a web address. Pass it as a URL, or save the file and give its path.");
        }

        if (!text.StartsWith("file:/", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var rest = text["file:".Length..];
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            rest = rest[2..];
            rest = rest.StartsWith("localhost/", StringComparison.OrdinalIgnoreCase) ? rest["localhost".Length..] : rest;
        }

        if (rest is not ['/', ..])
        {
            throw LocalFileException.Invalid(text, "a file URL must name a file on this computer, such as file:///home/me/a.jpg.");
        }

        var path = Uri.UnescapeDataString(rest);
        return windows && path is ['/', _, ':', ..] ? path[1..] : path;
    }

    private static void Check(string path, bool windows)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw LocalFileException.Invalid(path, "it is empty. Give the full path of one file.");
        }

        if (path.Contains('\0') || HasUnpairedSurrogate(path))
        {
            throw LocalFileException.Invalid(path, "it has characters that no file name can have. Give the full path of one file.");
        }

        // Byte counts on Unix; a Windows name is counted in UTF-16 units, and 255 of them is the same order of size.
        if (Encoding.UTF8.GetByteCount(path) > (windows ? LongestWindowsPath : LongestUnixPath)
            || path.Split('/', '\\').Any(part => (windows ? part.Length : Encoding.UTF8.GetByteCount(part)) > LongestPart))
        {
            throw LocalFileException.TooLong(path);
        }

        if (windows)
        {
            CheckWindows(path);
        }
    }

    private static void CheckWindows(string path)
    {
        if (path is ['\\' or '/', '\\' or '/', '?' or '.', ..])
        {
            throw LocalFileException.Invalid(path, @"device paths are not taken. Give a path such as C:\Users\me\Pictures\a.jpg.");
        }

        if (path.LastIndexOf(':') > 1)
        {
            throw LocalFileException.Invalid(path, "a colon may only follow the drive letter.");
        }

        foreach (var part in path.Split('/', '\\'))
        {
            if (part is not ("." or "..") && (part.EndsWith('.') || part.EndsWith(' ') || IsWindowsDevice(part)))
            {
                throw LocalFileException.Invalid(path, "Windows keeps such names for devices or drops their last character.");
            }
        }
    }

    private static bool IsAbsolute(string path, bool windows) => windows
        ? path is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ':', '\\' or '/', ..] || path is ['\\', '\\', ..] || path is ['/', '/', ..]
        : path is ['/', ..];

    private static bool HasUnpairedSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
