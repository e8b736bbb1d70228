using System.Text.Json;
using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The files that were made of projects and still lie where they were saved.</summary>
internal sealed class ExportedFiles(LedgerDatabase database)
{
    private const int MostLookedAt = 500;

    /// <summary>Newest first.</summary>
    /// <param name="most">Of each project.</param>
    public async Task<ILookup<string, ExportedFile>> OfAsync(IReadOnlyList<string> projectIds, int most, CancellationToken cancellationToken)
    {
        var jobs = await database.QueryAsync(
            """
            SELECT job FROM jobs WHERE project_id IN (SELECT value FROM json_each(@projects))
                AND (json_extract(job, '$.export') IS NOT NULL OR json_array_length(job, '$.items') > 0)
            ORDER BY rowid DESC LIMIT @most
            """,
            parameters =>
            {
                parameters.AddWithValue("@projects", JsonSerializer.Serialize(projectIds, JobJson.Default.IReadOnlyListString));
                parameters.AddWithValue("@most", MostLookedAt);
            },
            row => JsonSerializer.Deserialize(row.GetString(0), JobJson.Default.Job)!,
            cancellationToken);
        return jobs
            .GroupBy(job => job.ProjectId)
            .SelectMany(project => project
                .SelectMany(FilesOf)
                .DistinctBy(file => file.Path)
                .Where(file => file.IsStillThere())
                .Take(most)
                .Select(file => (project.Key, File: file)))
            .ToLookup(found => found.Key, found => found.File);
    }

    /// <summary>The newest file of that name.</summary>
    public async Task<ExportedFile?> FindAsync(string projectId, string name, CancellationToken cancellationToken) =>
        (await OfAsync([projectId], MostLookedAt, cancellationToken))[projectId].FirstOrDefault(file => file.Name == name);

    /// <summary>What a job saved, the last one first.</summary>
    public static IEnumerable<ExportedFile> FilesOf(Job job) =>
        job.Items.Select(item => item.Export).Append(job.Export).Reverse().OfType<ExportedFile>().DistinctBy(file => file.Path);
}
