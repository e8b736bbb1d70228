using System.Text.Json;
using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Jobs on the disk.</summary>
internal sealed class JobLedger(LedgerDatabase database)
{
    public Task AddAsync(Job job, CancellationToken cancellationToken) => database.ExecuteAsync(
        "INSERT INTO jobs (job_id, project_id, state, owner, delivered, created_ms, job) VALUES (@id, @project, @state, @owner, 0, @created, @job)",
        parameters =>
        {
            parameters.AddWithValue("@id", job.Id);
            parameters.AddWithValue("@project", job.ProjectId);
            parameters.AddWithValue("@state", job.State.ToString());
            parameters.AddWithValue("@owner", job.Owner);
            parameters.AddWithValue("@created", job.Created.ToUnixTimeMilliseconds());
            parameters.AddWithValue("@job", Text(job));
        },
        cancellationToken);

    public Task SaveAsync(Job job, CancellationToken cancellationToken) => database.ExecuteAsync(
        "UPDATE jobs SET state=@state, job=@job WHERE job_id=@id AND owner=@owner",
        parameters =>
        {
            parameters.AddWithValue("@id", job.Id);
            parameters.AddWithValue("@owner", job.Owner);
            parameters.AddWithValue("@state", job.State.ToString());
            parameters.AddWithValue("@job", Text(job));
        },
        cancellationToken);

    /// <summary>Takes a job over from a process that is gone.</summary>
    /// <returns>False when another process was faster.</returns>
    public async Task<bool> TakeOverAsync(Job job, string owner, CancellationToken cancellationToken) => await database.ExecuteAsync(
        "UPDATE jobs SET owner=@owner, job=@job WHERE job_id=@id AND owner=@old",
        parameters =>
        {
            parameters.AddWithValue("@id", job.Id);
            parameters.AddWithValue("@old", job.Owner);
            parameters.AddWithValue("@owner", owner);
            parameters.AddWithValue("@job", Text(job with { Owner = owner }));
        },
        cancellationToken) > 0;

    public Task MarkDeliveredAsync(string jobId, CancellationToken cancellationToken) => database.ExecuteAsync(
        "UPDATE jobs SET delivered=1 WHERE job_id=@id AND state<>'Running'", parameters => parameters.AddWithValue("@id", jobId), cancellationToken);

    public async Task<Job?> FindAsync(string jobId, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT job, delivered FROM jobs WHERE job_id=@id",
        parameters => parameters.AddWithValue("@id", jobId),
        row => Read(row.GetString(0), row.GetInt64(1)),
        cancellationToken)).FirstOrDefault();

    /// <summary>Jobs that run, are unclear, or ended untold; newest first.</summary>
    public async Task<IReadOnlyList<Job>> OpenJobsAsync(int most, CancellationToken cancellationToken) => await database.QueryAsync(
        "SELECT job, delivered FROM jobs WHERE state IN ('Running', 'Unknown') OR delivered=0 ORDER BY created_ms DESC LIMIT @most",
        parameters => parameters.AddWithValue("@most", most),
        row => Read(row.GetString(0), row.GetInt64(1)),
        cancellationToken);

    private static string Text(Job job) => JsonSerializer.Serialize(job, JobJson.Default.Job);

    private static Job Read(string json, long delivered) =>
        JsonSerializer.Deserialize(json, JobJson.Default.Job)! with { Delivered = delivered != 0 };
}
