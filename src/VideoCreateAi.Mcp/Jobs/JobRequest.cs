using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What a call asks for, in the form by which a repeated call is known again.</summary>
/// <param name="ProjectId">As the call gave it: an id, "new", or null for the session's own.</param>
/// <param name="Uploads">The job's from here on.</param>
/// <param name="IdempotencyKey">The caller's own; null = known by its content.</param>
internal sealed record JobRequest(string Tool, string? ProjectId, JobPlan Plan, JobUploads Uploads, string? IdempotencyKey = null)
{
    public const int LongestKey = 128;

    public const string KeyDescription =
        "Your own id for this request: the same key again returns the same job. Left out: the same call joins one whose end was not told yet.";

    /// <summary>The words that begin a new project, null when there are none.</summary>
    public string? FirstMessage { get; init; }

    /// <summary>What a batch is to do, video by video; one that cannot be begun has ended already. The plan is that of the first that can.
    /// Or the files that are exported at the end of the plan, which has the first of them.</summary>
    public IReadOnlyList<BatchItem> Items { get; init; } = [];

    /// <summary>Who is asked before credits are spent; null = nobody can be.</summary>
    public ISpendingConsent? Consent { get; init; }

    /// <summary>True for what only makes sense on a project that is there.</summary>
    public bool NeedsProject { get; init; }

    /// <summary>The same with a file for each platform.</summary>
    public JobRequest ForPlatforms(IEnumerable<string> presets)
    {
        string[] each = [.. presets.Distinct()];
        if (each.Length == 0)
        {
            return this;
        }

        // A platform has a shape of its own.
        var export = (Plan.Export ?? new ExportRequest()) with { Aspect = null };
        if (each is [var only])
        {
            return this with { Plan = Plan with { Export = export with { Preset = only } } };
        }

        List<BatchItem> items = [.. each.Select(preset => new BatchItem
        {
            Plan = new JobPlan { Export = export with { Preset = preset, Suffix = preset.Replace(':', 'x') } },
        })];
        return this with { Plan = Plan with { Export = items[0].Plan.Export }, Items = items };
    }

    /// <summary>The project counts only where a new one is asked for: a caller that repeats a call may have learned its id meanwhile.
    /// Files count by name and length: their paths are not kept, and their content may be large.</summary>
    public string Digest(string backend)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{backend}\n{Tool}\n{(ProjectId == ProjectSessions.NewProject ? ProjectId : "")}\n{JsonSerializer.Serialize(Plan, JobJson.Default.JobPlan)}");
        foreach (var item in Items)
        {
            text.Append('\n').Append(JsonSerializer.Serialize(item, JobJson.Default.BatchItem));
        }

        foreach (var file in Uploads.Files.Concat(Uploads.Items.SelectMany(item => item.Files)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{file.Length} {file.Name}");
        }

        foreach (var url in Uploads.Urls.Concat(Uploads.Items.SelectMany(item => item.Urls)))
        {
            text.Append('\n').Append(url);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
