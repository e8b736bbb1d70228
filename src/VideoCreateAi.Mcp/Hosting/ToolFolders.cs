namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Where package managers put programs. What a desktop starts often has none of these on its PATH.</summary>
internal static class ToolFolders
{
    public static HostSystem ThisSystem { get; } =
        OperatingSystem.IsWindows() ? HostSystem.Windows : OperatingSystem.IsMacOS() ? HostSystem.MacOS : HostSystem.Linux;

    /// <summary>The value of PATH, and behind it every usual folder that it lacks: what the user's PATH names wins.</summary>
    public static string Path(HostSystem system, Func<string, string?> variable)
    {
        var separator = system == HostSystem.Windows ? ';' : ':';

        // What is meant from the working directory is left out: clients start servers in folders that others filled.
        string[] known = [.. (variable("PATH") ?? "").Split(separator).Where(folder => IsWhole(system, folder))];
        return string.Join(separator, [.. known, .. Usual(system, variable).Except(known)]);
    }

    private static bool IsWhole(HostSystem system, string folder) => system == HostSystem.Windows
        ? folder.Trim('"') is [_, ':', '\\' or '/', ..] or ['\\', '\\', ..]
        : folder.StartsWith('/');

    public static IReadOnlyList<string> Usual(HostSystem system, Func<string, string?> variable) => system switch
    {
        HostSystem.Windows => Windows(variable),
        HostSystem.MacOS => [.. In(variable("HOME"), ".local/bin"), "/opt/homebrew/bin", "/usr/local/bin", "/opt/local/bin", "/usr/bin", "/bin"],
        _ =>
        [
            "/usr/local/bin", "/usr/bin", "/bin", "/home/linuxbrew/.linuxbrew/bin",
            .. In(variable("HOME"), ".local/bin"), .. In(variable("HOME"), ".nix-profile/bin"), "/run/current-system/sw/bin",

            // Last: what snap starts sees neither hidden folders nor a sandbox of ours.
            "/snap/bin",
        ],
    };

    private static IReadOnlyList<string> Windows(Func<string, string?> variable) =>
    [
        // winget, for one user and for all; scoop; Chocolatey; what installers and people make by hand.
        .. In(variable("LOCALAPPDATA"), @"Microsoft\WinGet\Links"),
        .. In(variable("ProgramFiles"), @"WinGet\Links"),
        .. In(variable("SCOOP") ?? In(variable("USERPROFILE"), "scoop").FirstOrDefault(), "shims"),
        .. In(variable("ProgramData"), @"scoop\shims"),
        .. In(variable("ChocolateyInstall") ?? In(variable("ProgramData"), "chocolatey").FirstOrDefault(), "bin"),
        .. In(variable("ProgramFiles"), @"ffmpeg\bin"),
        @"C:\ffmpeg\bin",
        .. In(variable("ProgramFiles"), "eSpeak NG"),
        .. In(variable("SystemRoot"), @"System32\WindowsPowerShell\v1.0"),
    ];

    private static string[] In(string? folder, string below) => string.IsNullOrWhiteSpace(folder) ? []
        : [folder.Contains('\\') ? $@"{folder.TrimEnd('\\')}\{below}" : $"{folder.TrimEnd('/')}/{below}"];
}
