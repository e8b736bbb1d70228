namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>A package manager that the doctor knows.</summary>
/// <param name="Program">The file that it is found by.</param>
/// <param name="NeedsRoot">Installs for all users.</param>
/// <param name="Prepare">Arguments of a run before the install; null = none.</param>
/// <param name="Install">Arguments before the names of packages.</param>
/// <param name="TakesOne">Takes one package at a time.</param>
internal sealed record PackageManager(
    string Name, HostSystem System, string Program, bool NeedsRoot, IReadOnlyList<string>? Prepare, IReadOnlyList<string> Install, bool TakesOne = false)
{
    /// <summary>By preference, those of the system before those that are added to it.</summary>
    public static IReadOnlyList<PackageManager> All { get; } =
    [
        new("apt", HostSystem.Linux, "apt-get", NeedsRoot: true, ["update"], ["install", "-y", "--no-install-recommends"]),
        new("dnf", HostSystem.Linux, "dnf", NeedsRoot: true, null, ["install", "-y"]),
        new("zypper", HostSystem.Linux, "zypper", NeedsRoot: true, null, ["--non-interactive", "install"]),
        new("pacman", HostSystem.Linux, "pacman", NeedsRoot: true, null, ["-S", "--needed", "--noconfirm"]),
        new("apk", HostSystem.Linux, "apk", NeedsRoot: true, null, ["add"]),
        new("brew", HostSystem.Linux, "brew", NeedsRoot: false, null, ["install"]),
        new("brew", HostSystem.MacOS, "brew", NeedsRoot: false, null, ["install"]),
        new("winget", HostSystem.Windows, "winget.exe", NeedsRoot: false, null, ["install", "--exact", "--id"], TakesOne: true),
        new("scoop", HostSystem.Windows, "scoop.cmd", NeedsRoot: false, null, ["install"]),
        new("choco", HostSystem.Windows, "choco.exe", NeedsRoot: false, null, ["install", "-y"]),
    ];

    /// <param name="find">The full path of a program, null when it is not there.</param>
    public static PackageManager? Of(HostSystem system, Func<string, string?> find) =>
        All.FirstOrDefault(manager => manager.System == system && find(manager.Program) is not null);

    /// <summary>The commands that install packages, each a program and its arguments.</summary>
    /// <param name="asRoot">This user may install for all.</param>
    public IReadOnlyList<IReadOnlyList<string>> Commands(IReadOnlyList<string> packages, bool asRoot)
    {
        string[] start = NeedsRoot && !asRoot ? ["sudo", Program] : [Program];
        var installs = TakesOne ? packages.Select(package => (IReadOnlyList<string>)[.. start, .. Install, package]) : [[.. start, .. Install, .. packages]];
        return [.. Prepare is null ? [] : (IReadOnlyList<string>[])[[.. start, .. Prepare]], .. installs];
    }
}
