using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The steps of every project, on the disk of this machine whatever the backend: only ever added to, so that from
/// each one can go to every other.</summary>
internal sealed partial class ProjectHistory(LedgerDatabase database, JobLedger ledger, TimeProvider clock, ILogger<ProjectHistory> logger)
{
    /// <summary>Of a project, with their drafts. Older ones keep their line.</summary>
    public const int MostDrafts = 200;

    public const int MostLines = 1000;

    private const int LongestMessage = 300;
    private const string Columns = "number, kind, made_ms, message, changes, restored, digest, draft IS NOT NULL, beside";

    /// <summary>Of a project's drafts together, as they lie on the disk.</summary>
    public long MostBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Writes a job's row down, and with it, in one transaction, the step that it has made.</summary>
    /// <exception cref="JobTakenException">Another process has taken the job over: nothing was written.</exception>
    public async Task SaveAsync(Job job, NewHistoryStep? step, CancellationToken cancellationToken)
    {
        if (step is null)
        {
            await ledger.SaveAsync(job, cancellationToken);
            return;
        }

        try
        {
            await ledger.SaveAsync(job, StatementsOf(job, step), cancellationToken);
        }
        catch (Exception fault) when (fault is LedgerUnwritableException or LedgerConflictException or SqliteException)
        {
            // The edit was made and its end matters more than the way back to it: the row is far smaller than the draft.
            LogNotKept(job.Id, fault);
            await ledger.SaveAsync(job, cancellationToken);
        }
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<HistoryStep>> ListAsync(string projectId, int most, CancellationToken cancellationToken) => await database.QueryAsync(
        $"SELECT {Columns} FROM steps WHERE project_id=@project ORDER BY number DESC LIMIT @most",
        parameters =>
        {
            parameters.AddWithValue("@project", projectId);
            parameters.AddWithValue("@most", most);
        },
        Read,
        cancellationToken);

    /// <summary>How many lines there are.</summary>
    public async Task<int> CountAsync(string projectId, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT COUNT(*) FROM steps WHERE project_id=@project",
        parameters => parameters.AddWithValue("@project", projectId), row => row.GetInt32(0), cancellationToken))[0];

    public async Task<HistoryStep?> FindAsync(string projectId, int number, CancellationToken cancellationToken) => (await database.QueryAsync(
        $"SELECT {Columns} FROM steps WHERE project_id=@project AND number=@number",
        parameters => Bind(parameters, projectId, number), Read, cancellationToken)).FirstOrDefault();

    /// <summary>The draft after a step.</summary>
    /// <returns>Null when it was dropped or is damaged.</returns>
    public async Task<RawDraft?> DraftAsync(string projectId, int number, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT draft, length, digest FROM steps WHERE project_id=@project AND number=@number AND draft IS NOT NULL",
        parameters => Bind(parameters, projectId, number),
        row => DraftPack.Unpack(row.GetFieldValue<byte[]>(0), row.GetInt32(1), row.GetString(2)),
        cancellationToken)).FirstOrDefault();

    /// <summary>The newest step, when it was chosen for export beside the backend's timeline and that has not changed since.
    /// Whatever changed it, an edit of ours or somebody's hand in a browser, is what counts from then on.</summary>
    public async Task<HistoryStep?> ChosenAsync(string projectId, RawDraft backendDraft, CancellationToken cancellationToken) =>
        (await ListAsync(projectId, 1, cancellationToken)) is [{ Kind: HistoryStepKind.Chosen } step] && step.Beside == backendDraft.Digest ? step : null;

    private LedgerStatement[] StatementsOf(Job job, NewHistoryStep step)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var before = step.Before.IsEmpty ? null : Insert(
            job.ProjectId, "", new NewHistoryStep(HistoryStepKind.Found, "", [], step.Before, RawDraft.Empty), now,
            "WHERE NOT EXISTS (SELECT 1 FROM steps WHERE project_id=@project AND digest=@digest AND draft IS NOT NULL)");
        return
        [
            .. before is null ? Array.Empty<LedgerStatement>() : [before],

            // A job that was taken over may have written its step before.
            Insert(job.ProjectId, StepOf(job), step, now, "WHERE NOT EXISTS (SELECT 1 FROM steps WHERE job_id=@job)"),
            Limit(
                """
                UPDATE steps SET draft=NULL WHERE project_id=@project AND number IN (
                    SELECT number FROM (
                        SELECT number, ROW_NUMBER() OVER (ORDER BY number DESC) AS place, SUM(length(draft)) OVER (ORDER BY number DESC) AS bytes
                        FROM steps WHERE project_id=@project AND draft IS NOT NULL)
                    WHERE place > @most OR (place > 1 AND bytes > @bytes))
                """,
                job.ProjectId, MostDrafts),
            Limit(
                "DELETE FROM steps WHERE project_id=@project AND @bytes > 0 AND number <= (SELECT MAX(number) FROM steps WHERE project_id=@project) - @most",
                job.ProjectId, MostLines),
        ];
    }

    /// <summary>A job makes one step, one of several videos a step each.</summary>
    private static string StepOf(Job job) => !job.MakesVideos ? job.Id : string.Create(CultureInfo.InvariantCulture, $"{job.Id}#{job.Item}");

    private LedgerStatement Limit(string sql, string projectId, int most) => new(sql, parameters =>
    {
        parameters.AddWithValue("@project", projectId);
        parameters.AddWithValue("@most", most);
        parameters.AddWithValue("@bytes", MostBytes);
    });

    private static LedgerStatement Insert(string projectId, string jobId, NewHistoryStep step, long now, string where) => new(
        $"""
        INSERT INTO steps (project_id, number, job_id, kind, made_ms, message, changes, restored, digest, length, draft, beside)
        SELECT @project, (SELECT COALESCE(MAX(number), 0) + 1 FROM steps WHERE project_id=@project),
            @job, @kind, @now, @message, @changes, @restored, @digest, @length, @draft, @beside {where}
        """,
        parameters =>
        {
            parameters.AddWithValue("@project", projectId);
            parameters.AddWithValue("@job", jobId);
            parameters.AddWithValue("@kind", step.Kind.ToString());
            parameters.AddWithValue("@now", now);
            parameters.AddWithValue("@message", UntrustedText.Name(step.Message, LongestMessage));
            parameters.AddWithValue("@changes", JsonSerializer.Serialize(step.Changes, JobJson.Default.IReadOnlyListString));
            parameters.AddWithValue("@restored", (object?)step.Restored ?? DBNull.Value);
            parameters.AddWithValue("@digest", step.Draft.Digest);
            parameters.AddWithValue("@length", step.Draft.Utf8.Length);
            parameters.AddWithValue("@draft", DraftPack.Pack(step.Draft));
            parameters.AddWithValue("@beside", step.Kind == HistoryStepKind.Chosen ? step.Before.Digest : DBNull.Value);
        });

    private static void Bind(SqliteParameterCollection parameters, string projectId, int number)
    {
        parameters.AddWithValue("@project", projectId);
        parameters.AddWithValue("@number", number);
    }

    private static HistoryStep Read(SqliteDataReader row) => new(
        row.GetInt32(0),
        Enum.TryParse<HistoryStepKind>(row.GetString(1), out var kind) ? kind : HistoryStepKind.Found,
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        row.GetString(3),
        JsonSerializer.Deserialize(row.GetString(4), JobJson.Default.IReadOnlyListString) ?? [],
        row.IsDBNull(5) ? null : row.GetInt32(5),
        row.GetString(6),
        row.GetBoolean(7),
        row.IsDBNull(8) ? null : row.GetString(8));

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} has ended, and its step could not be kept in the history.")]
    private partial void LogNotKept(string jobId, Exception fault);
}
