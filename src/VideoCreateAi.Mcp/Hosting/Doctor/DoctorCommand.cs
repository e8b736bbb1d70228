using System.CommandLine;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary><c>videocreateai doctor</c>: what this machine lacks, and what mends it.</summary>
internal static class DoctorCommand
{
    public const string Name = "doctor";

    /// <param name="settings">Reads the options that this command shares with the program itself.</param>
    public static Command Create(IEnumerable<Option> shared, Func<ParseResult, ServerSettings> settings)
    {
        var fix = new Option<bool>("--fix") { Description = "Install what is missing with the system's package manager. Shows the commands and asks first." };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output, and nothing else." };
        var command = new Command(Name, "Looks whether this machine has what videos are made with, and says what mends it. Ends with 1 when something is missing.\n\n" + ShellExits.Help)
        {
            fix, yes, json,
        };
        foreach (var option in shared)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new DoctorOptions { Fix = parsed.GetValue(fix), Yes = parsed.GetValue(yes), Json = parsed.GetValue(json) };
            var (terminal, own, manager) = (ShellTerminal.OfThisProcess(), settings(parsed), DoctorChecks.Manager());
            return (int)await new DoctorRun(
                options, manager, Environment.IsPrivilegedProcess, terminal,
                stop => DoctorChecks.RunAsync(own, manager, stop),
                (words, stop) => PackageInstall.RunAsync(words, terminal, stop)).RunAsync(cancellationToken);
        });
        return command;
    }
}
