using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The processes of this machine. A name holds the start time, so that a later process with the same number is
/// not mistaken for an earlier one.</summary>
internal sealed class ProcessOwners : IJobOwners
{
    // The 22nd field of the file, counted from the state, which is the 3rd.
    private const int StartTimeField = 19;

    private static readonly Lazy<string> s_boot = new(BootId);

    public string Current { get; } = NameOf(Process.GetCurrentProcess());

    public bool TakesOver { get; init; } = true;

    public bool IsAlive(string owner)
    {
        if (!int.TryParse(owner.AsSpan(0, Math.Max(0, owner.IndexOf(':', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return NameOf(process) == owner && !IsZombie(id);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            return false;
        }
    }

    // A process that was killed stays in the table until its parent asks for it, and may stay there for ever.
    private static bool IsZombie(int id) =>
        OperatingSystem.IsLinux() && StatOf(id) is ['Z' or 'X', ..];

    private static string NameOf(Process process) => OperatingSystem.IsLinux() && StatOf(process.Id).Split(' ') is { Length: > StartTimeField } fields
        // Ticks since this boot: a clock that is set meanwhile changes nothing, and another boot is another name.
        ? string.Create(CultureInfo.InvariantCulture, $"{process.Id}:{s_boot.Value}:{fields[StartTimeField]}")
        : string.Create(CultureInfo.InvariantCulture, $"{process.Id}:{new DateTimeOffset(process.StartTime).ToUnixTimeSeconds()}");

    /// <summary>From the state on. "123 (name) Z …": the name may hold anything, so the rest is what follows its last parenthesis.</summary>
    private static string StatOf(int id)
    {
        var stat = $"/proc/{id}/stat";
        if (!File.Exists(stat))
        {
            return "";
        }

        var text = File.ReadAllText(stat);
        return text[(text.LastIndexOf(')') + 1)..].TrimStart();
    }

    private static string BootId() =>
        File.Exists("/proc/sys/kernel/random/boot_id") ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()[..8] : "";
}
