using System.Globalization;

namespace VideoCreateAi.TestKit.Published;

/// <summary>What the kernel says about a process of this machine.</summary>
public static class ProcessFacts
{
    /// <summary>What is resident now, in MB.</summary>
    public static double Resident(int processId) => Megabytes(processId, "VmRSS:");

    /// <summary>The most that was resident at any time since the last <see cref="ForgetPeak"/>, in MB.</summary>
    public static double Peak(int processId) => Megabytes(processId, "VmHWM:");

    /// <summary>From now on the peak is counted anew.</summary>
    public static void ForgetPeak(int processId) => File.WriteAllText($"/proc/{processId}/clear_refs", "5");

    /// <summary>The arguments, each closed by a zero; empty when the process is gone.</summary>
    public static string CommandLine(int processId) => Read(processId, "cmdline");

    /// <summary>The environment that it was started with; empty when the process is gone.</summary>
    public static string Environment(int processId) => Read(processId, "environ");

    /// <summary>The processes that it started and that still run.</summary>
    public static IReadOnlyList<int> Children(int processId)
    {
        try
        {
            return
            [
                .. Directory.GetDirectories($"/proc/{processId}/task")
                    .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
            ];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static double Megabytes(int processId, string field)
    {
        var line = File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static string Read(int processId, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/{name}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
