using System.Runtime.InteropServices;

namespace VideoCreateAi.Benchmarks;

/// <summary>User and system time of all ended child processes and theirs (getrusage, 64-bit Linux).</summary>
internal static partial class ChildProcessorTime
{
    private const int Children = -1;

    public static double Seconds()
    {
        Span<long> usage = stackalloc long[18];
        if (GetUsage(Children, usage) != 0)
        {
            throw new InvalidOperationException("getrusage failed.");
        }

        return usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, Span<long> usage);
}
