using System.Runtime.InteropServices;

namespace VideoCreateAi.SafetyTests.Media;

/// <summary>Processor time of all child processes that have ended, theirs included.</summary>
internal static unsafe partial class ChildTime
{
    /// <summary>The collection of the tests that measure it: no other test runs beside them, whose children would be counted too.</summary>
    public const string Alone = "children";

    private const int Children = -1;

    public static TimeSpan Now()
    {
        // struct rusage begins with user and system time, each in seconds and microseconds.
        var usage = stackalloc long[32];
        return getrusage(Children, usage) == 0
            ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3])
            : TimeSpan.Zero;
    }

#pragma warning disable IDE1006 // The name of the C library.
    [LibraryImport("libc")]
    private static partial int getrusage(int who, long* usage);
#pragma warning restore IDE1006
}
