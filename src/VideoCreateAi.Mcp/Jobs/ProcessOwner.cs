using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Names a process so that a later one with the same number is not mistaken for it.</summary>
internal static class ProcessOwner
{
    public static string Current { get; } = NameOf(Process.GetCurrentProcess());

    public static bool IsAlive(string owner)
    {
        if (!int.TryParse(owner.AsSpan(0, Math.Max(0, owner.IndexOf(':', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) == owner;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    // Whole seconds: the start time of a foreign process is computed from ticks since boot and jitters below that.
    private static string NameOf(Process process) => string.Create(
        CultureInfo.InvariantCulture, $"{process.Id}:{new DateTimeOffset(process.StartTime).ToUnixTimeSeconds()}");
}
