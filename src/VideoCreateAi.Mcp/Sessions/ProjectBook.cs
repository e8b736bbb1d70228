using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Sessions;

/// <summary>The projects of this machine, on the disk.</summary>
internal sealed class ProjectBook(LedgerDatabase database, TimeProvider clock, ProjectNews news)
{
    private const string Columns = "project_id, session_id, backend, name, language, created_ms, used_ms, task_id";

    public async Task AddAsync(Project project, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            $"INSERT INTO projects ({Columns}) VALUES (@id, @session, @backend, @name, @language, @created, @used, @task)",
            parameters =>
            {
                parameters.AddWithValue("@id", project.Id);
                parameters.AddWithValue("@session", project.SessionId);
                parameters.AddWithValue("@backend", project.Backend);
                parameters.AddWithValue("@name", project.Name);
                parameters.AddWithValue("@language", project.Language);
                parameters.AddWithValue("@created", project.Created.ToUnixTimeMilliseconds());
                parameters.AddWithValue("@used", project.Used.ToUnixTimeMilliseconds());
                parameters.AddWithValue("@task", project.TaskId);
            },
            cancellationToken);
        news.Tell(project.Id, ProjectChangeKind.List);
    }

    public async Task<Project?> FindAsync(string projectId, CancellationToken cancellationToken) => (await database.QueryAsync(
        $"SELECT {Columns} FROM projects WHERE project_id=@id",
        parameters => parameters.AddWithValue("@id", projectId), Read, cancellationToken)).FirstOrDefault();

    /// <summary>Most recently used first.</summary>
    public async Task<IReadOnlyList<Project>> ListAsync(string backend, int most, CancellationToken cancellationToken) => await database.QueryAsync(
        $"SELECT {Columns} FROM projects WHERE backend=@backend ORDER BY used_ms DESC, created_ms DESC LIMIT @most",
        parameters =>
        {
            parameters.AddWithValue("@backend", backend);
            parameters.AddWithValue("@most", most);
        },
        Read,
        cancellationToken);

    /// <summary>Newest first, so many at once: what is used meanwhile does not change its place.</summary>
    /// <param name="before">The mark that came with the last one of the page before; null = from the beginning.</param>
    /// <returns>Each with its mark.</returns>
    public async Task<IReadOnlyList<(Project Project, long Mark)>> PageAsync(string backend, long? before, int most, CancellationToken cancellationToken) => await database.QueryAsync(
        $"SELECT {Columns}, rowid FROM projects WHERE backend=@backend AND rowid<@before ORDER BY rowid DESC LIMIT @most",
        parameters =>
        {
            parameters.AddWithValue("@backend", backend);
            parameters.AddWithValue("@before", before ?? long.MaxValue);
            parameters.AddWithValue("@most", most);
        },
        row => (Read(row), row.GetInt64(8)),
        cancellationToken);

    /// <summary>Exchanges the project's session, when it still is the one that the caller knows.</summary>
    /// <returns>False when another process was faster.</returns>
    public async Task<bool> ExchangeSessionAsync(Project project, string known, CancellationToken cancellationToken) => await database.ExecuteAsync(
        "UPDATE projects SET session_id=@session, task_id=@task WHERE project_id=@id AND session_id=@known",
        parameters =>
        {
            parameters.AddWithValue("@known", known);
            parameters.AddWithValue("@session", project.SessionId);
            parameters.AddWithValue("@task", project.TaskId);
            parameters.AddWithValue("@id", project.Id);
        },
        cancellationToken) > 0;

    public Task TouchAsync(string projectId, CancellationToken cancellationToken) => database.ExecuteAsync(
        "UPDATE projects SET used_ms=@now WHERE project_id=@id",
        parameters =>
        {
            parameters.AddWithValue("@now", clock.GetUtcNow().ToUnixTimeMilliseconds());
            parameters.AddWithValue("@id", projectId);
        },
        cancellationToken);

    public async Task RenameAsync(string projectId, string name, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            "UPDATE projects SET name=@name WHERE project_id=@id",
            parameters =>
            {
                parameters.AddWithValue("@name", name);
                parameters.AddWithValue("@id", projectId);
            },
            cancellationToken);
        news.Tell(projectId, ProjectChangeKind.List);
    }

    /// <summary>How many belong to other backends or accounts.</summary>
    public async Task<int> CountElsewhereAsync(string backend, CancellationToken cancellationToken) => (await database.QueryAsync(
        "SELECT COUNT(*) FROM projects WHERE backend<>@backend",
        parameters => parameters.AddWithValue("@backend", backend), row => row.GetInt32(0), cancellationToken))[0];

    private static Project Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)))
    {
        TaskId = row.GetString(7),
    };
}
