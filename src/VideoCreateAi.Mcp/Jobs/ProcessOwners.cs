using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The processes of this machine. A name holds the start time, so that a later process with the same number is
/// not mistaken for an earlier one.</summary>
internal sealed class ProcessOwners : IJobOwners
{
    public string Current { get; } = NameOf(Process.GetCurrentProcess());

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
    private static bool IsZombie(int id)
    {
        var stat = $"/proc/{id}/stat";
        if (!OperatingSystem.IsLinux() || !File.Exists(stat))
        {
            return false;
        }

        // "123 (name) Z …": the name may hold anything, so the state is what follows its last parenthesis.
        var text = File.ReadAllText(stat);
        return text.AsSpan(text.LastIndexOf(')') + 1).TrimStart() is ['Z' or 'X', ..];
    }

    // Whole seconds: the start time of a foreign process is computed from ticks since boot and jitters below that.
    private static string NameOf(Process process) => string.Create(
        CultureInfo.InvariantCulture, $"{process.Id}:{new DateTimeOffset(process.StartTime).ToUnixTimeSeconds()}");
}
