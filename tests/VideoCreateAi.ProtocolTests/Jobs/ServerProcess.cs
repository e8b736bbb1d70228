using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.ProtocolTests.Gateway;

namespace VideoCreateAi.ProtocolTests.Jobs;

/// <summary>One MCP server's jobs as the server wires them. Several over one folder stand for several processes.</summary>
internal sealed class ServerProcess : IAsyncDisposable, IJobOwners
{
    private readonly HashSet<string> _dead;
    private readonly BackendClient _client;
    private readonly LedgerDatabase _database;

    /// <param name="dead">Names of processes that are gone; shared by all of a test.</param>
    public ServerProcess(
        EditorBackend backend, string folder, TimeProvider clock, HashSet<string>? dead = null, bool isFree = false, string? ledgerPath = null,
        TimeSpan? uploadGrace = null, SpendingRules? spending = null)
    {
        _dead = dead ?? [];
        var options = new GatewayOptions
        {
            Token = GatewayFixture.Token,
            ProductVersion = "1.2.3",
            DataFolder = folder,

            // No limit of a call is as long as a pause that a test waits for.
            AttemptLimit = TimeSpan.FromSeconds(31),
            CallLimit = TimeSpan.FromSeconds(121),
        };
        options.UploadGrace = uploadGrace ?? options.UploadGrace;
        var description = isFree ? BackendDescription.Studio : BackendDescription.Cloud(new Uri("https://backend.example/"));
        _client = BackendClientFactory.Create(description, options, backend, clock, NullLoggerFactory.Instance);
        _database = new LedgerDatabase(ledgerPath ?? Path.Combine(folder, "ledger.db"), NullLogger<LedgerDatabase>.Instance);
        var book = new ProjectBook(_database, clock, News);
        Home = new ProjectHome(book, _client);
        Sessions = new ProjectSessions(book, Home, _client, new Conversation(isKept: true), clock);
        Ledger = new JobLedger(_database);
        var recovery = new TurnRecovery(_client, Ledger, clock);
        var turns = new TurnStep(_client, Ledger, recovery, new ReplyActions(_client), clock);
        History = new ProjectHistory(_database, Ledger, clock, NullLogger<ProjectHistory>.Instance);
        CurrentDraft = new CurrentDraft(_client, History);
        var exports = new ExportStep(
            _client, CurrentDraft, () => OutputFolder.Open(Path.Combine(folder, "out"), clock), Ledger, new ExportHistory(_database), clock);
        var audit = new JobAudit(new AuditTrail(folder, TimeProvider.System, NullLogger<AuditTrail>.Instance));
        var work = new JobWork(
            History, _client, new RestoreStep(_client, CurrentDraft, History), new UploadStep(_client, Ledger, audit), turns, recovery, exports, new BatchWork(Ledger), News, audit);

        // Waiting for a job is real: only what the job itself waits for is on the test's clock.
        Jobs = new JobRunner(Ledger, book, Home, work, this, TimeProvider.System, NullLogger<JobRunner>.Instance);
        Desk = new JobDesk(
            Ledger, Jobs, Sessions, new SpendingGate(spending ?? new SpendingRules { AskAbove = null, HourlyCap = int.MaxValue }, Ledger, _client, clock), _client);
        Deletion = new ProjectDeletion(_database, Ledger, Jobs, book, News, _client);
        Cancellation = new JobCancellation(Jobs, Ledger, _client, TimeProvider.System);
        Reports = new JobReports(_client, book, Home);
    }

    public string Current { get; } = Guid.NewGuid().ToString("N");

    public bool TakesOver { get; init; } = true;

    public ProjectNews News { get; } = new();

    public ProjectHome Home { get; }

    public ProjectSessions Sessions { get; }

    public JobLedger Ledger { get; }

    public LedgerDatabase Database => _database;

    public ProjectHistory History { get; }

    public CurrentDraft CurrentDraft { get; }

    public ProjectDeletion Deletion { get; }

    public JobRunner Jobs { get; }

    public JobDesk Desk { get; }

    public JobCancellation Cancellation { get; }

    public JobReports Reports { get; }

    public bool IsAlive(string owner) => !_dead.Contains(owner);

    public Task<BegunJob> EditAsync(string message, string? key = null, string? projectId = null) => Desk.BeginAsync(
        new JobRequest("edit_video", projectId, new JobPlan { Message = message }, JobUploads.None, key) { FirstMessage = message }, CancellationToken.None);

    public Task<BegunJob> RestoreAsync(int step, string? projectId = null) => Desk.BeginAsync(
        new JobRequest("restore_version", projectId, new JobPlan { Restore = step }, JobUploads.None) { NeedsProject = true }, CancellationToken.None);

    /// <summary>Waits for the end as a call does, which counts as told.</summary>
    public async Task<Job> EndOfAsync(BegunJob begun)
    {
        var job = await Jobs.WaitAsync(begun.Job.Id, TimeSpan.FromHours(1), new Progress<JobProgress>(), CancellationToken.None);
        await Jobs.ToldAsync(job, CancellationToken.None);
        return job;
    }

    /// <summary>As after kill -9: nothing of it runs on, and its rows stay as they are.</summary>
    public async Task KillAsync()
    {
        await Jobs.StopAsync();
        _dead.Add(Current);
    }

    public async ValueTask DisposeAsync()
    {
        await Jobs.DisposeAsync();
        Desk.Dispose();
        Sessions.Dispose();
        _client.Dispose();
        await _database.DisposeAsync();
    }
}
