using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>One run of <c>doctor</c>.</summary>
/// <param name="look">Makes all checks anew.</param>
/// <param name="install">Runs one command of a package manager.</param>
internal sealed class DoctorRun(
    DoctorOptions options,
    PackageManager? manager,
    bool isRoot,
    ShellTerminal terminal,
    Func<CancellationToken, Task<IReadOnlyList<DoctorCheck>>> look,
    Func<IReadOnlyList<string>, CancellationToken, Task<int>> install)
{
    public async Task<ShellExit> RunAsync(CancellationToken cancellationToken)
    {
        DoctorReport report;
        try
        {
            report = ReportOf(await look(cancellationToken));
            if (options.Fix)
            {
                report = await FixAsync(report, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report = Failed(ReportOf([]), "cancelled", "Stopped before all was looked at.");
        }

        new DoctorPrinter(terminal, options.Json).Print(report);
        return (ShellExit)report.ExitCode;
    }

    private async Task<DoctorReport> FixAsync(DoctorReport before, CancellationToken cancellationToken)
    {
        var packages = before.Checks.SelectMany(check => check.Packages).Distinct().ToList();
        if (manager is null || packages.Count == 0)
        {
            if (before.Checks.Any(check => check.State != FindingState.Ok) && !options.Json)
            {
                await terminal.Error.WriteLineAsync(manager is null
                    ? "There is no package manager here that the doctor knows, so nothing was installed."
                    : $"Nothing of this can be installed with {manager.Name}.");
            }

            return before;
        }

        var commands = manager.Commands(packages, isRoot);
        if (Refusal(commands, cancellationToken) is { } refusal)
        {
            return Failed(before, refusal.Code, refusal.Message);
        }

        List<string> ran = [];
        foreach (var command in commands)
        {
            ran.Add(string.Join(' ', command));
            if (await install(command, cancellationToken) is not 0 and var exit && !IsPreparing(command))
            {
                return Failed(ReportOf(await look(cancellationToken)) with { Ran = ran }, "install_failed", $"\"{ran[^1]}\" {(exit < 0 ? "could not be started" : FormattableString.Invariant($"ended with exit code {exit}"))}.");
            }
        }

        return ReportOf(await look(cancellationToken)) with { Ran = ran };
    }

    // A list that could not be renewed may still be good enough.
    private bool IsPreparing(IReadOnlyList<string> command) => manager!.Prepare is { } prepare && command.TakeLast(prepare.Count).SequenceEqual(prepare);

    private (string Code, string Message)? Refusal(IReadOnlyList<IReadOnlyList<string>> commands, CancellationToken cancellationToken)
    {
        terminal.Error.WriteLine("This would be run:");
        foreach (var command in commands)
        {
            terminal.Error.WriteLine($"  {string.Join(' ', command)}");
        }

        return options.Yes ? null
            : !terminal.IsInteractive ? ("confirmation_needed", "There is nobody to ask here, so nothing was installed. Add --yes to agree, or run the commands yourself.")
            : terminal.Confirms("Run it?", cancellationToken) ? null
            : ("declined", "Nothing was installed.");
    }

    private DoctorReport ReportOf(IReadOnlyList<DoctorCheck> checks) => new()
    {
        Version = ServerSettings.ProductVersion,
        System = ToolFolders.ThisSystem,
        PackageManager = manager?.Name,
        Checks = checks,
        ExitCode = (int)(checks.Any(check => check.State == FindingState.Missing) ? ShellExit.Failed : ShellExit.Done),
    };

    private static DoctorReport Failed(DoctorReport report, string code, string message) => report with
    {
        ExitCode = (int)ShellExits.Of(code), Error = new ShellError { Code = code, Message = message, Charged = 0 },
    };
}
