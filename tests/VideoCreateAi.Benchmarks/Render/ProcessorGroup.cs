using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Benchmarks.Render;

/// <summary>A control group of its own for what a command and all its descendants use of the processor, also those that a sandbox
/// or a browser detaches. Linux; needs the right to make control groups.</summary>
internal sealed class ProcessorGroup : IDisposable
{
    private const string VersionOne = "/sys/fs/cgroup/cpuacct";
    private const string VersionTwo = "/sys/fs/cgroup";

    private readonly string _folder;
    private readonly bool _isVersionTwo;

    public ProcessorGroup()
    {
        _isVersionTwo = !Directory.Exists(VersionOne);
        _folder = Path.Combine(_isVersionTwo ? VersionTwo : VersionOne, $"vca-benchmark-{Environment.ProcessId}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_folder);
    }

    private string Members => Path.Combine(_folder, "cgroup.procs");

    /// <summary>User and system time so far, of the living and of the dead.</summary>
    public double Seconds => _isVersionTwo
        ? Number(File.ReadLines(Path.Combine(_folder, "cpu.stat")).First(line => line.StartsWith("usage_usec", StringComparison.Ordinal)).Split(' ')[1]) / 1e6
        : Number(File.ReadAllText(Path.Combine(_folder, "cpuacct.usage"))) / 1e9;

    /// <summary>Memory of all members now, shared pages divided among those that share them, in MB.</summary>
    public double ResidentMegabytes()
    {
        var kilobytes = 0.0;
        foreach (var id in File.ReadLines(Members))
        {
            try
            {
                kilobytes += Number(File.ReadLines($"/proc/{id}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal))[4..^2]);
            }
            catch (Exception gone) when (gone is IOException or InvalidOperationException)
            {
                // It ended while it was looked at.
            }
        }

        return kilobytes / 1024;
    }

    /// <summary>How to start a program inside of the group.</summary>
    public ProcessStartInfo Start(string program, IEnumerable<string> arguments) =>
        new("/bin/sh", ["-c", "echo $$ > \"$0\"; exec \"$@\"", Members, program, .. arguments]);

    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder);
        }
        catch (IOException)
        {
            // A browser's last children may still be going; an empty group costs nothing.
        }
    }

    private static double Number(string text) => double.Parse(text.Trim(), CultureInfo.InvariantCulture);
}
