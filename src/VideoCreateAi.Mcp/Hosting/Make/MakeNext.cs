using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>What a person at a terminal does next when there is no file.</summary>
internal static class MakeNext
{
    private static readonly (string Code, string Words)[] s_rows =
    [
        ("confirmation_needed", "Run it in a terminal, or allow it before: --confirm never, or --confirm above:CREDITS."),
        ("declined", "Run it again when you want to."),
        ("credit_cap", "Wait, or raise the cap: --credit-cap CREDITS."),
        ("project_not_found", "\"videocreateai clean\" lists the projects with their ids."),
        ("too_many_files", "Name fewer files, and the rest in a second run with --project."),
        ("no_captions", "Add some to the project first, such as \"captions: 0-3 Hello, 3-6 World\", then export srt again."),
        ("read_only", "Run it without VIDEOCREATEAI_READ_ONLY."),
    ];

    /// <param name="job">Null where none was begun.</param>
    public static string? Of(string code, Job? job)
    {
        if (Array.Find(s_rows, row => row.Code == code).Words is { } words)
        {
            return words;
        }

        return job switch
        {
            null => null,
            { State: JobState.Unknown } => $"The same command again looks what came of it (job {job.Id}).",
            { Stage: JobStage.Exporting, Plan.Message: not null } =>
                $"What was edited stays. For the file alone: videocreateai make \"export it\" --project {job.ProjectId}",
            { Uploaded.Count: > 0 } => $"The files that had arrived stay in the project: go on with --project {job.ProjectId}",
            _ => null,
        };
    }
}
