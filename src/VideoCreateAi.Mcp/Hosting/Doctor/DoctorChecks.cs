using VideoCreateAi.Mcp.Hosting.StudioProcess;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>All that is looked at, in the order in which it is told.</summary>
internal static class DoctorChecks
{
    /// <param name="manager">Whose commands mend it.</param>
    public static async Task<IReadOnlyList<DoctorCheck>> RunAsync(ServerSettings settings, PackageManager? manager, CancellationToken cancellationToken)
    {
        List<DoctorCheck> checks = [.. await MachineAsync(settings, StudioCheckup.Everything, manager, cancellationToken)];
        checks.Add(FolderCheck.Data(settings.DataFolder));
        checks.Add(FolderCheck.Output(settings.OutputFolder));
        checks.Add(FolderCheck.Allowed(settings.AllowedFolders));
        checks.Add(FolderCheck.Disk(settings.DataFolder, settings.OutputFolder));
        var faults = SettingsCheck.Faults(settings);
        if (faults.Count > 0)
        {
            checks.Add(new() { Name = "settings", State = FindingState.Missing, Detail = string.Join(" ", faults), Mend = "correct the settings, in the shell or in the client's configuration" });
            return checks;
        }

        checks.Add(new() { Name = "settings", State = FindingState.Ok, Detail = "can be read" });
        checks.Add(await BackendCheck.RunAsync(settings, cancellationToken));
        checks.Add(BackendCheck.Token(settings));
        return checks;
    }

    /// <summary>What the studio needs of this machine.</summary>
    public static async Task<IReadOnlyList<DoctorCheck>> MachineAsync(
        ServerSettings settings, IReadOnlyList<CheckupPart> parts, PackageManager? manager, CancellationToken cancellationToken)
    {
        var findings = await StudioCheckup.RunAsync(StudioSetup.Of(settings), parts, cancellationToken);
        return
        [
            .. findings
                .Select(finding => new DoctorCheck { Name = finding.Name, State = finding.State, Detail = finding.Detail, Mend = finding.Mend })
                .Select(check => check with { Mend = Remedies.Mend(check, manager, Environment.IsPrivilegedProcess), Packages = Remedies.Packages(check, manager) }),
        ];
    }

    /// <summary>The package manager of this machine.</summary>
    public static PackageManager? Manager() => PackageManager.Of(ToolFolders.ThisSystem, Find);

    /// <summary>The full path of a program, looked for where the studio looks for its own; null when it is not there.</summary>
    public static string? Find(string program) => ServerSettings.ToolPath()
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Where(Path.IsPathFullyQualified)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
