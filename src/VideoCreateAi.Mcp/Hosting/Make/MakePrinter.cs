using System.Globalization;
using System.Text.Json;
using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>Tells how it ended: the path first and alone on its line, so that a script needs no more than the first line.</summary>
internal sealed class MakePrinter(ShellTerminal terminal, MakeOptions options)
{
    public void Print(MakeReport report)
    {
        if (options.Json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize(report, MakeJson.Default.MakeReport));
            return;
        }

        if (report.Error is { } error)
        {
            terminal.Error.WriteLine($"videocreateai: {error.Message}");
            if (error.Next is { } next)
            {
                terminal.Error.WriteLine(next);
            }
        }

        if (report.Path is { } path)
        {
            terminal.Output.WriteLine(path);
        }

        if (!options.Quiet)
        {
            foreach (var line in Lines(report))
            {
                terminal.Output.WriteLine(line);
            }
        }
    }

    private static IEnumerable<string> Lines(MakeReport report)
    {
        if (report is { Path: not null, Bytes: { } bytes })
        {
            string?[] facts =
            [
                report.DurationSeconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0#} s") : null, report.Resolution, ShellText.Size(bytes),
                string.Create(CultureInfo.InvariantCulture, $"made in {report.TookSeconds:0.0} s"),
                report.Charged is > 0 and var credits ? string.Create(CultureInfo.InvariantCulture, $"{credits} credits") : null,
            ];
            yield return string.Join(" · ", facts.OfType<string>());
        }

        if (report.Path is not null && !string.IsNullOrWhiteSpace(report.Reply))
        {
            yield return $"Editor: {report.Reply}";
        }

        foreach (var note in report.Notes)
        {
            yield return $"Note: {note}";
        }

        if (report.ClaimLink is { } link)
        {
            yield return $"To take the project over in a browser: {link}";
        }

        if (report is { Path: not null, ProjectId: { } project })
        {
            yield return $"To change it: videocreateai make \"…\" --project {project}";
        }
    }
}
