using System.Text.Json;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>A line for each check, and one below it that mends it.</summary>
internal sealed class DoctorPrinter(ShellTerminal terminal, bool isJson)
{
    private const int StateWidth = 8;
    private const int NameWidth = 17;

    public void Print(DoctorReport report)
    {
        if (isJson)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(report, DoctorJson.Default.DoctorReport));
            return;
        }

        foreach (var line in report.Checks.SelectMany(Lines))
        {
            terminal.Output.WriteLine(line);
        }

        if (report.Error is { } error)
        {
            terminal.Error.WriteLine($"videocreateai: {error.Message}");
        }
        else
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine(Verdict(report));
        }
    }

    public static IEnumerable<string> Lines(DoctorCheck check)
    {
        yield return $"{Word(check.State).PadRight(StateWidth)}{check.Name.PadRight(NameWidth)}{ShellText.Clean(check.Detail)}";
        if (check.Mend is { } mend)
        {
            yield return $"{"".PadRight(StateWidth)}mend: {ShellText.Clean(mend)}";
        }
    }

    private static string Verdict(DoctorReport report)
    {
        var (missing, warnings) = (report.Checks.Count(check => check.State == FindingState.Missing), report.Checks.Count(check => check.State == FindingState.Warning));
        var fixes = report is { Ran: null, PackageManager: { } manager } && missing + warnings > 0 ? $" videocreateai doctor --fix installs with {manager} what it has, after asking." : "";
        return (missing, warnings) switch
        {
            (0, 0) => "All is well.",
            (0, _) => $"Videos can be made; {warnings} could be better.{fixes}",
            _ => $"{missing} missing, {warnings} could be better.{fixes}",
        };
    }

    private static string Word(FindingState state) => state switch { FindingState.Ok => "ok", FindingState.Warning => "warning", _ => "missing" };
}
