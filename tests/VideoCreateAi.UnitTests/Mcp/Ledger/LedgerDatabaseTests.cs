using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Mcp.Ledger;

public sealed class LedgerDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_is_there_for_the_next_process()
    {
        await using (var one = Open())
        {
            await AddAsync(one, "p1");
        }

        await using var two = Open();

        Assert.Equal(["p1"], await ProjectsAsync(two));
        Assert.True(two.IsDurable);
        Assert.Null(two.Notice);
    }

    [Fact]
    public async Task A_ledger_of_the_first_version_is_brought_up_to_date_with_its_rows()
    {
        await using (var connection = new SqliteConnection($"Data Source={_folder.File("ledger.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = LedgerSchema.Steps[0] + "INSERT INTO projects VALUES ('old', 's', 'studio', 'n', 'en', 1, 1);";
            await command.ExecuteNonQueryAsync();
        }

        await using var ledger = Open();

        Assert.Equal(["old"], await ProjectsAsync(ledger));
        await AddAsync(ledger, "new");
    }

    [Fact]
    public async Task A_ledger_from_before_there_was_a_history_gets_one_and_keeps_its_rows()
    {
        await using (var connection = new SqliteConnection($"Data Source={_folder.File("ledger.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"""
                {LedgerSchema.Steps[0]} {LedgerSchema.Steps[1]} PRAGMA user_version=2;
                INSERT INTO projects VALUES ('old', 's', 'studio', 'n', 'en', 1, 1, 't');
                INSERT INTO jobs VALUES ('j', 'old', 'Done', 'o', 1, 1, '{"{}"}', '', NULL, 0);
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var ledger = Open();

        Assert.Equal(["old"], await ProjectsAsync(ledger));
        Assert.Equal(["j"], await ledger.QueryAsync("SELECT job_id FROM jobs", _ => { }, row => row.GetString(0), CancellationToken.None));
        Assert.Empty(await ledger.QueryAsync("SELECT number FROM steps", _ => { }, row => row.GetInt32(0), CancellationToken.None));
    }

    [Fact]
    public async Task Of_changes_that_belong_together_all_are_made_or_none()
    {
        await using var ledger = Open();
        await AddAsync(ledger, "p1");

        await Assert.ThrowsAsync<LedgerConflictException>(() => ledger.ExecuteTogetherAsync([Insert("p2"), Insert("p1")], CancellationToken.None));
        var made = await ledger.ExecuteTogetherAsync([Insert("p3"), Insert("p4")], CancellationToken.None);

        Assert.Equal(1, made);
        Assert.Equal(["p1", "p3", "p4"], (await ProjectsAsync(ledger)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_rests_on_a_row_that_is_not_there_is_not_made()
    {
        await using var ledger = Open();

        var made = await ledger.ExecuteTogetherAsync(
            [new LedgerStatement("UPDATE projects SET name='x' WHERE project_id='gone'", _ => { }), Insert("p1")], CancellationToken.None);

        Assert.Equal(0, made);
        Assert.Empty(await ProjectsAsync(ledger));
    }

    [Fact]
    public async Task Changes_that_belong_together_wait_for_those_of_another_process()
    {
        await using var one = Open();
        await using var two = Open();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? one : two).ExecuteTogetherAsync([Insert($"a{number}"), Insert($"b{number}")], CancellationToken.None)));

        Assert.Equal(80, (await ProjectsAsync(one)).Count);
    }

    [Theory]
    [InlineData("not a database at all, but long enough to look like one of a few pages")]
    [InlineData("")]
    [InlineData("SQLite format 3\0torn")]
    public async Task A_file_that_is_no_ledger_never_stops_the_server(string content)
    {
        await File.WriteAllTextAsync(_folder.File("ledger.db"), content);

        await using var ledger = Open();
        await AddAsync(ledger, "p1");

        Assert.Equal(["p1"], await ProjectsAsync(ledger));
        Assert.True(ledger.IsDurable);
    }

    [Fact]
    public async Task A_damaged_ledger_is_set_aside_and_told()
    {
        await using (var one = Open())
        {
            for (var i = 0; i < 200; i++)
            {
                await AddAsync(one, $"p{i}");
            }
        }

        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(_folder.File("ledger.db"), FileMode.Open))
        {
            file.Position = 4096 * 2;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)(file.Length - file.Position)).ToArray());
        }

        await using var two = Open();

        Assert.Empty(await ProjectsAsync(two));
        Assert.Contains("ledger.db.bad", two.Notice, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("ledger.db.bad")));
    }

    [Fact]
    public async Task Where_the_disk_takes_no_ledger_it_lives_in_memory_and_says_so()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way");
        await using var ledger = new LedgerDatabase(Path.Combine(_folder.File("file"), "ledger.db"), NullLogger<LedgerDatabase>.Instance);

        await AddAsync(ledger, "p1");

        Assert.Equal(["p1"], await ProjectsAsync(ledger));
        Assert.False(ledger.IsDurable);
        Assert.Contains("until this server ends", ledger.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_that_start_together_both_find_it_ready()
    {
        await using var one = Open();
        await using var two = Open();

        await Task.WhenAll(AddAsync(one, "a"), AddAsync(two, "b"));

        Assert.Equal(["a", "b"], (await ProjectsAsync(one)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_row_that_stands_against_another_is_a_conflict_and_no_fault()
    {
        await using var ledger = Open();
        await AddAsync(ledger, "p1");

        await Assert.ThrowsAsync<LedgerConflictException>(() => AddAsync(ledger, "p1"));
    }

    private static LedgerStatement Insert(string id) => new(
        "INSERT INTO projects (project_id, session_id, backend, name, language, created_ms, used_ms) VALUES (@id, 's', 'studio', 'n', 'en', 1, 1)",
        parameters => parameters.AddWithValue("@id", id));

    private LedgerDatabase Open() => new(_folder.File("ledger.db"), NullLogger<LedgerDatabase>.Instance);

    private static Task<int> AddAsync(LedgerDatabase ledger, string id) => ledger.ExecuteAsync(
        "INSERT INTO projects (project_id, session_id, backend, name, language, created_ms, used_ms) VALUES (@id, 's', 'studio', 'n', 'en', 1, 1)",
        parameters => parameters.AddWithValue("@id", id),
        CancellationToken.None);

    private static Task<List<string>> ProjectsAsync(LedgerDatabase ledger) =>
        ledger.QueryAsync("SELECT project_id FROM projects", _ => { }, row => row.GetString(0), CancellationToken.None);
}
