using System.Text.Json;
using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Jobs on the disk.</summary>
internal sealed class JobLedger(LedgerDatabase database)
{
    private const string Save = "UPDATE jobs SET state=@state, edits=@edits, job=@job WHERE job_id=@id AND owner=@owner";

    /// <exception cref="LedgerConflictException">The same request runs already, or another edit of the project.</exception>
    public Task AddAsync(Job job, CancellationToken cancellationToken) => database.ExecuteAsync(
        """
        INSERT INTO jobs (job_id, project_id, state, owner, delivered, created_ms, request, request_key, edits, job)
        VALUES (@id, @project, @state, @owner, 0, @created, @request, @key, @edits, @job)
        """,
        parameters =>
        {
            Bind(parameters, job);
            parameters.AddWithValue("@project", job.ProjectId);
            parameters.AddWithValue("@created", job.Created.ToUnixTimeMilliseconds());

            // A request with a key of its own is joined by that key alone.
            parameters.AddWithValue("@request", job.Key is null ? job.Request : "");
            parameters.AddWithValue("@key", (object?)job.Key ?? DBNull.Value);
        },
        cancellationToken);

    /// <exception cref="JobTakenException">Another process has taken the job over.</exception>
    public async Task SaveAsync(Job job, CancellationToken cancellationToken)
    {
        if (await database.ExecuteAsync(Save, parameters => Bind(parameters, job), cancellationToken) == 0)
        {
            throw new JobTakenException();
        }
    }

    /// <summary>Saves it together with more changes of the ledger: all of them are made, or none.</summary>
    /// <exception cref="JobTakenException">Another process has taken the job over.</exception>
    public async Task SaveAsync(Job job, IReadOnlyList<LedgerStatement> along, CancellationToken cancellationToken)
    {
        if (await database.ExecuteTogetherAsync([new LedgerStatement(Save, parameters => Bind(parameters, job)), .. along], cancellationToken) == 0)
        {
            throw new JobTakenException();
        }
    }

    /// <summary>Makes a job that nobody works on this process's own.</summary>
    /// <returns>False when another process was faster, or another edit of the project runs.</returns>
    public async Task<bool> TakeOverAsync(Job job, string owner, CancellationToken cancellationToken)
    {
        try
        {
            return await database.ExecuteAsync(
                "UPDATE jobs SET owner=@owner, state=@state, edits=@edits, job=@job WHERE job_id=@id AND owner=@old AND state=@was",
                parameters =>
                {
                    Bind(parameters, job with { Owner = owner, State = JobState.Running });
                    parameters.AddWithValue("@old", job.Owner);
                    parameters.AddWithValue("@was", job.State.ToString());
                },
                cancellationToken) > 0;
        }
        catch (LedgerConflictException)
        {
            return false;
        }
    }

    public Task MarkDeliveredAsync(string jobId, CancellationToken cancellationToken) => database.ExecuteAsync(
        "UPDATE jobs SET delivered=1 WHERE job_id=@id AND state<>'Running'", parameters => parameters.AddWithValue("@id", jobId), cancellationToken);

    public Task<Job?> FindAsync(string jobId, CancellationToken cancellationToken) => FirstAsync(
        "WHERE job_id=@id", parameters => parameters.AddWithValue("@id", jobId), cancellationToken);

    /// <summary>All that run, whoever works on them.</summary>
    public async Task<IReadOnlyList<Job>> RunningJobsAsync(CancellationToken cancellationToken) => await database.QueryAsync(
        "SELECT job, delivered FROM jobs WHERE state='Running'", _ => { }, row => Read(row.GetString(0), row.GetInt64(1)), cancellationToken);

    /// <summary>All that began after a moment.</summary>
    public async Task<IReadOnlyList<Job>> SinceAsync(DateTimeOffset moment, CancellationToken cancellationToken) => await database.QueryAsync(
        "SELECT job, delivered FROM jobs WHERE created_ms>=@since",
        parameters => parameters.AddWithValue("@since", moment.ToUnixTimeMilliseconds()),
        row => Read(row.GetString(0), row.GetInt64(1)),
        cancellationToken);

    /// <summary>The job that a key belongs to.</summary>
    public Task<Job?> FindByKeyAsync(string key, CancellationToken cancellationToken) => FirstAsync(
        "WHERE request_key=@key", parameters => parameters.AddWithValue("@key", key), cancellationToken);

    /// <summary>The newest job of this request that a repeat joins: it runs, is unclear, or ended untold. One that is unclear
    /// about an upload cost nothing and is not joined once it was told: the repeat is how the file gets there.</summary>
    /// <param name="projectId">Null = in whichever project.</param>
    public Task<Job?> FindRepeatAsync(string request, string? projectId, CancellationToken cancellationToken) => FirstAsync(
        """
        WHERE request=@request AND (@project IS NULL OR project_id=@project)
            AND (state='Running' OR (state='Unknown' AND json_extract(job, '$.stage')<>'Uploading') OR delivered=0)
        """,
        parameters =>
        {
            parameters.AddWithValue("@request", request);
            parameters.AddWithValue("@project", (object?)projectId ?? DBNull.Value);
        },
        cancellationToken);

    /// <summary>The edit of a project that runs now.</summary>
    public Task<Job?> FindEditAsync(string projectId, CancellationToken cancellationToken) => FirstAsync(
        "WHERE project_id=@project AND edits=1", parameters => parameters.AddWithValue("@project", projectId), cancellationToken);

    /// <summary>Whether a later job of the project may have changed its timeline too. Rows are numbered as they come; the
    /// clock of the machine may have been set back in between.</summary>
    public async Task<bool> WasFollowedAsync(Job job, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT job FROM jobs WHERE project_id=@project AND rowid > (SELECT rowid FROM jobs WHERE job_id=@id)",
        parameters =>
        {
            parameters.AddWithValue("@project", job.ProjectId);
            parameters.AddWithValue("@id", job.Id);
        },
        row => Read(row.GetString(0), delivered: 0),
        cancellationToken)).Any(later => later.ChangesTimeline);

    /// <summary>Keeps the timeline from before a message, to tell what it changed whatever happens to this process.</summary>
    public Task KeepDraftAsync(string jobId, ReadOnlyMemory<byte> draft, CancellationToken cancellationToken) => database.ExecuteAsync(
        "INSERT OR REPLACE INTO drafts_before (job_id, draft) VALUES (@id, @draft)",
        parameters =>
        {
            parameters.AddWithValue("@id", jobId);
            parameters.AddWithValue("@draft", draft.ToArray());
        },
        cancellationToken);

    public async Task<byte[]?> DraftBeforeAsync(string jobId, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT draft FROM drafts_before WHERE job_id=@id",
        parameters => parameters.AddWithValue("@id", jobId),
        row => row.GetFieldValue<byte[]>(0),
        cancellationToken)).FirstOrDefault();

    public Task ForgetDraftAsync(string jobId, CancellationToken cancellationToken) => database.ExecuteAsync(
        "DELETE FROM drafts_before WHERE job_id=@id", parameters => parameters.AddWithValue("@id", jobId), cancellationToken);

    /// <summary>Asks whichever process works on a job to begin nothing more of it.</summary>
    public Task AskToStopAsync(string jobId, CancellationToken cancellationToken) => database.ExecuteAsync(
        "INSERT OR REPLACE INTO stops (job_id) VALUES (@id)", parameters => parameters.AddWithValue("@id", jobId), cancellationToken);

    public async Task<bool> IsAskedToStopAsync(string jobId, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT 1 FROM stops WHERE job_id=@id", parameters => parameters.AddWithValue("@id", jobId), row => row.GetInt32(0), cancellationToken)).Count > 0;

    public async Task<bool> IsDurableAsync(CancellationToken cancellationToken)
    {
        await database.PrepareAsync(cancellationToken);
        return database.IsDurable;
    }

    /// <summary>Jobs that run, are unclear, or ended untold; newest first.</summary>
    public async Task<IReadOnlyList<Job>> OpenJobsAsync(int most, CancellationToken cancellationToken) => await database.QueryAsync(
        "SELECT job, delivered FROM jobs WHERE state IN ('Running', 'Unknown') OR delivered=0 ORDER BY rowid DESC LIMIT @most",
        parameters => parameters.AddWithValue("@most", most),
        row => Read(row.GetString(0), row.GetInt64(1)),
        cancellationToken);

    private async Task<Job?> FirstAsync(string where, Action<SqliteParameterCollection> bind, CancellationToken cancellationToken) => (await database.QueryAsync(
        $"SELECT job, delivered FROM jobs {where} ORDER BY rowid DESC LIMIT 1",
        bind,
        row => Read(row.GetString(0), row.GetInt64(1)),
        cancellationToken)).FirstOrDefault();

    private static void Bind(SqliteParameterCollection parameters, Job job)
    {
        parameters.AddWithValue("@id", job.Id);
        parameters.AddWithValue("@owner", job.Owner);
        parameters.AddWithValue("@state", job.State.ToString());
        parameters.AddWithValue("@edits", job.HoldsProject ? 1 : 0);
        parameters.AddWithValue("@job", Text(job));
    }

    private static string Text(Job job) => JsonSerializer.Serialize(job, JobJson.Default.Job);

    private static Job Read(string json, long delivered) =>
        JsonSerializer.Deserialize(json, JobJson.Default.Job)! with { Delivered = delivered != 0 };
}
