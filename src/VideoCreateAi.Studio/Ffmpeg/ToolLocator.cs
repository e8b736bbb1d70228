using System.Collections.Concurrent;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Finds programs by absolute path. What was found stays; what is missing is looked for again,
/// so that installing it is enough and nothing needs a restart.</summary>
internal sealed class ToolLocator(ToolOptions options)
{
    private readonly ConcurrentDictionary<string, string> _found = new(StringComparer.Ordinal);

    /// <summary>The absolute path, or null when it is not installed.</summary>
    public string? Find(MediaTool tool) => tool switch
    {
        MediaTool.Ffmpeg => Find("ffmpeg", options.FfmpegPath),
        MediaTool.Ffprobe => Find("ffprobe", options.FfprobePath ?? Beside(options.FfmpegPath, "ffprobe")),
        MediaTool.Fluidsynth => Find("fluidsynth", options.FluidsynthPath),
        MediaTool.Lettering => options.Lettering is [var program, ..] ? Find("lettering", program) : null,
        MediaTool.Espeak => Find("espeak-ng", configured: null),
        MediaTool.Say => OperatingSystem.IsMacOS() ? Find("say", configured: null) : null,
        MediaTool.PowerShell => OperatingSystem.IsWindows() ? Find("powershell", configured: null) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(tool)),
    };

    /// <summary>A program that fences the tools in, such as <c>bwrap</c>.</summary>
    public string? FindWrapper(string name) => OperatingSystem.IsLinux() ? Find(name, configured: null) : null;

    public static ToolMissingException Missing(MediaTool tool) => new(tool, MissingMessage(tool));

    private static string MissingMessage(MediaTool tool)
    {
        var (name, windows, linux) = tool switch
        {
            MediaTool.Fluidsynth => (
                "fluidsynth", "take it from fluidsynth.org and put its folder on PATH",
                "sudo apt install fluidsynth timgm6mb-soundfont (Debian, Ubuntu) or sudo dnf install fluidsynth fluid-soundfont-gm (Fedora)"),
            MediaTool.Espeak or MediaTool.Say or MediaTool.PowerShell => (
                "espeak-ng", "winget install eSpeak-NG.eSpeak-NG", "sudo apt install espeak-ng (Debian, Ubuntu) or sudo dnf install espeak-ng (Fedora)"),
            _ => ("ffmpeg", "winget install Gyan.FFmpeg", "sudo apt install ffmpeg (Debian, Ubuntu) or sudo dnf install ffmpeg (Fedora, from RPM Fusion)"),
        };
        var install = OperatingSystem.IsWindows() ? windows : OperatingSystem.IsMacOS() ? $"brew install {name}" : linux;
        var program = tool is MediaTool.Ffmpeg or MediaTool.Ffprobe ? tool.ToString().ToLowerInvariant() : name;

        return $"{program} is not installed on this machine. Install it: {install}. Then try again.";
    }

    private static string? Beside(string? program, string name)
    {
        var sibling = program is null ? null : Path.Combine(Path.GetDirectoryName(program) ?? "", FileName(name));
        return File.Exists(sibling) ? sibling : null;
    }

    private static string FileName(string name) => OperatingSystem.IsWindows() ? name + ".exe" : name;

    private string? Find(string name, string? configured)
    {
        if (_found.TryGetValue(name, out var known))
        {
            return known;
        }

        var path = configured is null ? Search(name) : Existing(Path.GetFullPath(configured));
        return path is null ? null : _found.GetOrAdd(name, path);
    }

    private string? Search(string name) => options.SearchPath
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Existing(Path.Combine(folder, FileName(name))))
        .FirstOrDefault(path => path is not null);

    private static string? Existing(string path)
    {
        const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!File.Exists(path))
        {
            return null;
        }

        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & AnyExecute) != 0 ? path : null;
    }
}
