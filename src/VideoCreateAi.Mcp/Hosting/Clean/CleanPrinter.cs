using System.Globalization;
using System.Text.Json;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>Shows what takes space and what was freed: as a table on a terminal, in plain columns elsewhere.</summary>
internal sealed class CleanPrinter(ShellTerminal terminal, CleanOptions options, TimeProvider clock)
{
    private const int MostNames = 30;

    public void Print(CleanReport report)
    {
        if (options.Json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(report, CleanJson.Default.CleanReport));
            return;
        }

        if (report.Error is { } error)
        {
            terminal.Error.WriteLine($"videocreateai: {error.Message}");
        }
        else if (report.FreedBytes is { } freed)
        {
            PrintFreed(report, freed);
        }
        else
        {
            PrintOverview(report);
        }
    }

    public void PrintNames(TextWriter output, IReadOnlyList<CleanProject> projects)
    {
        ShellTable.Write(output, drawn: null, ["Project", "Name", "Last change", "Size"], [.. projects.Take(MostNames).Select(Row)], rightFrom: 3);
        if (projects.Count > MostNames)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {projects.Count - MostNames} more"));
        }
    }

    private void PrintFreed(CleanReport report, long freed)
    {
        if (report.Deleted.Count > 0)
        {
            terminal.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(report.DryRun ? "Would delete" : "Deleted")} {report.Deleted.Count} project(s):"));
            PrintNames(terminal.Output, report.Deleted);
        }

        foreach (var kept in report.Kept)
        {
            terminal.Output.WriteLine($"Kept {kept}");
        }

        terminal.Output.WriteLine(report.DryRun
            ? $"Would free {ShellText.Size(freed)}. Nothing was removed."
            : $"Freed {ShellText.Size(freed)}. {ShellText.Size(report.TotalBytes)} are still taken in {report.DataFolder}. Exported files are where they were.");
    }

    private void PrintOverview(CleanReport report)
    {
        terminal.Output.WriteLine($"{report.DataFolder}: {ShellText.Size(report.TotalBytes)}");
        var places = report.Places.Where(place => place.Files > 0).ToList();
        if (places.Count == 0)
        {
            terminal.Output.WriteLine("Nothing is kept there.");
            return;
        }

        var drawn = terminal.DrawsOutput ? () => ShellConsole.Create(terminal.Output, terminal.IsWithoutColor) : (Func<Spectre.Console.IAnsiConsole>?)null;
        ShellTable.Write(
            terminal.Output, drawn, ["What", "Where", "Files", "Size", "Can go", "By"],
            [
                .. places.Select(place => (string[])
                [
                    place.What, place.Path, place.Files.ToString(CultureInfo.InvariantCulture), ShellText.Size(place.Bytes),
                    place.FreeableBytes > 0 ? ShellText.Size(place.FreeableBytes) : "", place.FreeableBytes > 0 ? place.Option ?? "" : "",
                ]),
            ],
            rightFrom: 2);
        if (report.Projects.Count > 0)
        {
            terminal.Output.WriteLine();
            ShellTable.Write(terminal.Output, drawn, ["Project", "Name", "Last change", "Size"], [.. report.Projects.Take(MostNames).Select(Row)], rightFrom: 3);
            if (report.Projects.Count > MostNames)
            {
                terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {report.Projects.Count - MostNames} older ones (--json lists all)"));
            }
        }

        terminal.Output.WriteLine();
        if (report.ProjectsElsewhere > 0)
        {
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.ProjectsElsewhere} more project(s) are at other backends and take next to nothing here."));
        }

        terminal.Output.WriteLine("Nothing was removed. To free space: videocreateai clean --cache (always safe), --media, --projects-older-than 30d; --dry-run shows what would go. Exported files are never touched.");
    }

    private string[] Row(CleanProject project) =>
    [
        project.ProjectId ?? "(left behind)", ShellText.Line(project.Name, 48),
        project.Changed.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + Ago(project.Changed),
        ShellText.Size(project.Bytes) + (project.SharedBytes > 0 ? $" + {ShellText.Size(project.SharedBytes)} shared" : "") + (project.Busy ? " (busy)" : ""),
    ];

    private string Ago(DateTimeOffset moment) => (clock.GetUtcNow() - moment).TotalDays is >= 1 and var days
        ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Floor(days)} d ago)")
        : "";
}
