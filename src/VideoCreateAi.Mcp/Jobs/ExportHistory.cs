using System.Text.Json;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>What was exported before, as the ledger knows it.</summary>
internal sealed class ExportHistory(LedgerDatabase database)
{
    private const int MostLookedAt = 100;

    /// <summary>Only the saving went wrong: the render itself is as good as ever.</summary>
    private static readonly HashSet<string> s_savingFaults =
    [
        "output_folder_missing", "output_folder_unwritable", "output_folder_full", "output_name_taken", "export_busy", JobFault.LedgerUnwritable,
        BackendFault.DownloadIncomplete.Code(), BackendFault.DownloadRefused.Code(), BackendFault.BackendUnreachable.Code(),
        BackendFault.BackendError.Code(), BackendFault.ReplyInvalid.Code(), BackendFault.RateLimited.Code(),
        BackendFault.OutcomeUnknown.Code(), BackendFault.TokenInvalid.Code(), BackendFault.TokenUnavailable.Code(),
    ];

    /// <summary>Writes down what the job is about to render, unless another one is at the same just now.</summary>
    /// <returns>False when there is one: nothing is written then.</returns>
    public async Task<bool> TryClaimAsync(Job job, CancellationToken cancellationToken) => await database.ExecuteAsync(
        """
        UPDATE jobs SET job=@job WHERE job_id=@id AND owner=@owner AND NOT EXISTS (
            SELECT 1 FROM jobs AS other
            WHERE other.project_id=@project AND other.job_id<>@id AND other.state='Running'
                AND json_extract(other.job, '$.rendered_draft')=@draft
                AND json_remove(json_extract(other.job, '$.plan.export'), '$.force', '$.suffix')
                    =json_remove(json_extract(@job, '$.plan.export'), '$.force', '$.suffix'))
        """,
        parameters =>
        {
            parameters.AddWithValue("@id", job.Id);
            parameters.AddWithValue("@owner", job.Owner);
            parameters.AddWithValue("@project", job.ProjectId);
            parameters.AddWithValue("@draft", job.RenderedDraft ?? "");
            parameters.AddWithValue("@job", JsonSerializer.Serialize(job, JobJson.Default.Job));
        },
        cancellationToken) > 0;

    /// <summary>The newest other job that exports the same timeline of the same project with the same settings.</summary>
    public async Task<Job?> LatestLikeAsync(Job job, CancellationToken cancellationToken) =>
        (await JobsOfAsync(job.ProjectId, cancellationToken)).FirstOrDefault(other =>
            other.Id != job.Id && other.RenderedDraft is not null && other.RenderedDraft == job.RenderedDraft
            && job.Plan.Export is { } request && request.IsSameAs(other.Plan.Export));

    /// <summary>The file of a render, when another process has saved it.</summary>
    public async Task<ExportedFile?> FileOfAsync(string projectId, string renderId, CancellationToken cancellationToken) =>
        (await JobsOfAsync(projectId, cancellationToken)).FirstOrDefault(job => job.RenderId == renderId && job.Export?.IsStillThere() == true)?.Export;

    /// <summary>True for a job whose render may still give its file.</summary>
    public static bool IsOpen(Job job) => job.State is JobState.Running or JobState.Unknown
        || (job.State == JobState.Failed && s_savingFaults.Contains(job.ErrorCode ?? ""));

    private async Task<IEnumerable<Job>> JobsOfAsync(string projectId, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT job FROM jobs WHERE project_id=@project ORDER BY rowid DESC LIMIT @most",
        parameters =>
        {
            parameters.AddWithValue("@project", projectId);
            parameters.AddWithValue("@most", MostLookedAt);
        },
        row => JsonSerializer.Deserialize(row.GetString(0), JobJson.Default.Job)!,
        cancellationToken)).SelectMany(job => job.Exports());
}
