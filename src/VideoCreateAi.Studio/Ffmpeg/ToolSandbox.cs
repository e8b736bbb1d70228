using System.Globalization;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>Wraps a tool's command line into the programs that fence it in.</summary>
/// <param name="Isolation">Path of bwrap; null = not there, or it does not work here.</param>
/// <param name="Limiter">Path of prlimit.</param>
/// <param name="ParentWatch">Path of setpriv. Stands in for bwrap's own watch over the parent.</param>
/// <param name="Priority">Path of nice: the user's other programs come first.</param>
/// <param name="OwnProc">Whether a fresh /proc can be mounted; many containers forbid it.</param>
internal sealed record ToolSandbox(string? Isolation, string? Limiter, string? ParentWatch, string? Priority, bool OwnProc)
{
    private const int OpenFiles = 256;
    private const int Threads = 1024;

    /// <summary>Above the soft limit a tool is asked to end, above the hard one it is killed.</summary>
    private const int SecondsToEnd = 5;

    // Since then the kernel counts a user's processes apart in each user namespace; before, a limit for
    // the tool would count the whole desktop.
    private static readonly Version s_ownProcessCount = new(5, 14);

    private static readonly string[] s_systemFolders =
    [
        "/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store",
        "/etc/alternatives", "/etc/fonts", "/etc/ld.so.cache", "/var/cache/fontconfig",
    ];

    public SandboxKind Kind => Isolation is not null ? SandboxKind.Isolated
        : Limiter is not null ? SandboxKind.Limited
        : SandboxKind.Plain;

    /// <summary>The whole command line, the program first.</summary>
    public IReadOnlyList<string> Wrap(string program, ToolRun run)
    {
        var command = new List<string>();
        if (Priority is not null)
        {
            command.AddRange([Priority, "-n", "5"]);
        }

        if (Isolation is not null)
        {
            AddIsolation(command, Isolation, program, run);
        }
        else if (ParentWatch is not null)
        {
            command.AddRange([ParentWatch, "--pdeathsig", "KILL", "--"]);
        }

        if (Limiter is not null)
        {
            AddLimits(command, Limiter, run.Limits);
        }

        command.Add(program);
        command.AddRange(run.Arguments);
        return command;
    }

    /// <summary>All that a tool has for an environment.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Environment(ToolRun run)
    {
        yield return new("HOME", run.WorkFolder);
        yield return new("TMPDIR", run.WorkFolder);
        yield return new("LANG", "C.UTF-8");

        // Each of glibc's arenas reserves 64 MiB of address space, and there would be one for every thread:
        // on a machine with many cores the memory limit would strike for nothing.
        yield return new("MALLOC_ARENA_MAX", "4");

        if (run.Tool == MediaTool.Lettering)
        {
            // Our own program: without a limit .NET reserves 256 GiB of address space for a heap of some megabytes, and five times the
            // limit if it is not told less.
            yield return new("DOTNET_GCHeapHardLimit", "0x20000000");
            yield return new("DOTNET_GCRegionRange", "0x40000000");
            yield return new("DOTNET_EnableDiagnostics", "0");
        }
    }

    private void AddIsolation(List<string> command, string bwrap, string program, ToolRun run)
    {
        command.AddRange([bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]);
        foreach (var (name, value) in Environment(run))
        {
            command.AddRange(["--setenv", name, value]);
        }

        foreach (var folder in s_systemFolders)
        {
            command.AddRange(["--ro-bind-try", folder, folder]);
        }

        command.AddRange(OwnProc ? ["--proc", "/proc", "--dev", "/dev"] : ["--dev", "/dev"]);
        foreach (var (path, writable) in Mounts(program, run))
        {
            command.AddRange([writable ? "--bind" : "--ro-bind", path, path]);
        }

        // The folders between the mounts lie in memory: writable, they would be a way to fill it.
        command.AddRange(["--remount-ro", "/", "--chdir", run.WorkFolder, "--"]);
    }

    // Parents before children: a mount hides what was mounted below it earlier.
    private static IEnumerable<(string Path, bool Writable)> Mounts(string program, ToolRun run)
    {
        var mounts = run.Inputs.Select(input => (Path: input, Writable: false)).Append((Path: run.WorkFolder, Writable: true));
        if (!s_systemFolders.Any(folder => program.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            mounts = mounts.Append((Path: Path.GetDirectoryName(program)!, Writable: false));
        }

        return mounts
            .Where(mount => mount.Writable || mount.Path != run.WorkFolder)
            .OrderBy(mount => mount.Path.Length);
    }

    private void AddLimits(List<string> command, string prlimit, ToolLimits limits)
    {
        var cpu = (long)Math.Ceiling(limits.Cpu.TotalSeconds);
        command.AddRange(
        [
            prlimit,
            $"--cpu={Number(cpu)}:{Number(cpu + SecondsToEnd)}",
            $"--as={Number(limits.MemoryBytes)}",
            $"--fsize={Number(limits.FileBytes)}",
            $"--nofile={Number(OpenFiles)}",
            "--core=0",
        ]);
        if (Isolation is not null && System.Environment.OSVersion.Version >= s_ownProcessCount)
        {
            command.Add($"--nproc={Number(Threads)}");
        }

        command.Add("--");
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
