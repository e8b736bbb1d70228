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
        "output_folder_missing", "output_folder_unwritable", "output_folder_full", "output_name_taken", "export_busy",
        BackendFault.DownloadIncomplete.Code(), BackendFault.DownloadRefused.Code(), BackendFault.BackendUnreachable.Code(),
        BackendFault.BackendError.Code(), BackendFault.ReplyInvalid.Code(), BackendFault.RateLimited.Code(),
        BackendFault.OutcomeUnknown.Code(), BackendFault.TokenInvalid.Code(), BackendFault.TokenUnavailable.Code(),
    ];

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

    private async Task<List<Job>> JobsOfAsync(string projectId, CancellationToken cancellationToken) => await database.QueryAsync(
        "SELECT job FROM jobs WHERE project_id=@project ORDER BY created_ms DESC, rowid DESC LIMIT @most",
        parameters =>
        {
            parameters.AddWithValue("@project", projectId);
            parameters.AddWithValue("@most", MostLookedAt);
        },
        row => JsonSerializer.Deserialize(row.GetString(0), JobJson.Default.Job)!,
        cancellationToken);
}
