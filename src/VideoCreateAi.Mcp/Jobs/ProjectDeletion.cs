using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Takes a project away for good: what the studio holds of it, its history and its jobs. Exported files stay.</summary>
internal sealed class ProjectDeletion(LedgerDatabase database, JobLedger ledger, JobRunner runner, ProjectBook book, ProjectNews news, BackendClient backend)
{
    /// <summary>The backend first: a crash in between leaves a project that is listed and can be deleted again, never media
    /// that nobody knows of.</summary>
    public async Task DeleteAsync(Project project, CancellationToken cancellationToken)
    {
        await ThrowWhenBusyAsync(project, cancellationToken);
        if (backend.Backend.Kind == BackendKind.Studio && project.SessionId.Length > 0)
        {
            await backend.DeleteProjectAsync(project.SessionId, cancellationToken);
        }

        // A job that began meanwhile and has ended again leaves another try.
        while (await TakeRowsAsync(project.Id, cancellationToken) == 0 && await book.FindAsync(project.Id, cancellationToken) is not null)
        {
            await ThrowWhenBusyAsync(project, cancellationToken);
        }

        news.Tell(project.Id, ProjectChangeKind.List);
    }

    public async Task ThrowWhenBusyAsync(Project project, CancellationToken cancellationToken)
    {
        foreach (var row in (await ledger.RunningJobsAsync(cancellationToken)).Where(job => job.ProjectId == project.Id))
        {
            // One whose process is gone is taken over by the look at it, and comes to its end.
            if ((await runner.LookAtAsync(row.Id, cancellationToken)).State == JobState.Running)
            {
                throw new ToolRefusedException(
                    "project_busy", $"A job of this project is still running (job {row.Id}), so it was not deleted. Wait for it with check_job or stop it with cancel_job, then call again.");
            }
        }
    }

    private Task<int> TakeRowsAsync(string projectId, CancellationToken cancellationToken)
    {
        return database.ExecuteTogetherAsync(
            [
                Of("DELETE FROM projects WHERE project_id=@project AND NOT EXISTS (SELECT 1 FROM jobs WHERE project_id=@project AND state='Running')"),
                Of("DELETE FROM steps WHERE project_id=@project"),
                Of("DELETE FROM drafts_before WHERE job_id IN (SELECT job_id FROM jobs WHERE project_id=@project)"),
                Of("DELETE FROM jobs WHERE project_id=@project"),
            ],
            cancellationToken);

        LedgerStatement Of(string sql) => new(sql, (SqliteParameterCollection parameters) => parameters.AddWithValue("@project", projectId));
    }
}
