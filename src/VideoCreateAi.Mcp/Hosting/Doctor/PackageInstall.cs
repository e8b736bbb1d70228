using System.Diagnostics;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>Runs a package manager in front of its user, who has just agreed to this very command.</summary>
internal static class PackageInstall
{
    /// <returns>Its exit code; -1 when it could not be started.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, ShellTerminal terminal, CancellationToken cancellationToken)
    {
        // What it asks (sudo, a licence) it asks at the terminal; what it says is no result of ours.
        var start = new ProcessStartInfo(DoctorChecks.Find(command[0]) ?? command[0], command.Skip(1)) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["PATH"] = ServerSettings.ToolPath();
        start.Environment.Remove("NEMO_TOKEN");
        try
        {
            using var process = Process.Start(start)!;
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                await terminal.Error.WriteLineAsync(ShellText.Clean(line));
            }

            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
