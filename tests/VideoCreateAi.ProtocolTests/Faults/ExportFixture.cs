using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>An export from the timeline to the disk, with a backend in memory and time that does not pass by itself.</summary>
internal sealed class ExportFixture : IDisposable
{
    // Lengths that no wait has, so that the clock can tell a limit from a wait.
    private static readonly TimeSpan s_attempt = TimeSpan.FromSeconds(30.001);
    private static readonly TimeSpan s_call = TimeSpan.FromSeconds(120.001);
    private static readonly TimeSpan s_stall = TimeSpan.FromSeconds(60.001);

    private readonly TempFolder _temp = new();
    private readonly LedgerDatabase _database;
    private readonly JobLedger _ledger;
    private readonly BackendClient _client;
    private int _jobs;

    public ExportFixture(bool isStudio = false)
    {
        var options = new GatewayOptions
        {
            Token = GatewayFixture.Token,
            ProductVersion = "1.2.3",
            MaxTries = 1,
            AttemptLimit = s_attempt,
            CallLimit = s_call,
            TransferStallLimit = s_stall,
        };
        var description = isStudio ? BackendDescription.Studio : BackendDescription.Cloud(new Uri("https://backend.example/"));
        _client = new BackendClient(
            new HttpClient(new AttributionHandler(options, new RetryHandler(options, Clock, Backend))) { BaseAddress = description.Address, Timeout = Timeout.InfiniteTimeSpan },
            new HttpClient(Outside) { Timeout = Timeout.InfiniteTimeSpan },
            description,
            new TokenStore(description, options, Clock, NullLogger<TokenStore>.Instance),
            options,
            Clock,
            NullLogger<BackendClient>.Instance);
        _database = new LedgerDatabase(_temp.File("ledger.db"), NullLogger<LedgerDatabase>.Instance);
        _ledger = new JobLedger(_database);
        History = new ProjectHistory(_database, _ledger, Clock, NullLogger<ProjectHistory>.Instance);
        Project = new Project("prj_1", RenderingBackend.SessionId, "cloud", "My project", "en", Clock.GetUtcNow(), Clock.GetUtcNow());
    }

    public HastyClock Clock { get; } = new(s_attempt, s_call, s_stall);

    public RenderingBackend Backend { get; } = new();

    /// <summary>Where a backend may say that its files lie.</summary>
    public OutsideServer Outside { get; } = new();

    public Project Project { get; }

    public ProjectHistory History { get; }

    public LedgerDatabase Database => _database;

    public string Folder => Path.Combine(_temp.Path, "out");

    public string[] Names =>
        [.. Directory.GetFileSystemEntries(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>A job as it stands in the ledger when its export begins.</summary>
    public async Task<Job> AddJobAsync(ExportRequest? request = null)
    {
        var number = ++_jobs;
        var job = new Job
        {
            Id = $"job_{number}",
            ProjectId = Project.Id,
            Tool = "export_video",
            Plan = new JobPlan { Export = request ?? new ExportRequest() },
            Stage = JobStage.Exporting,
            RenderId = $"render_{number}",
            Created = Clock.GetUtcNow().AddSeconds(number),
            Owner = "1:1",
        };
        await _ledger.AddAsync(job, CancellationToken.None);
        return job;
    }

    /// <summary>Exports as <see cref="JobRunner"/> does, and writes down how it ended.</summary>
    /// <param name="job">Null = a new one.</param>
    public async Task<Job> ExportAsync(Job? job = null, ExportRequest? request = null, bool mayHaveBegun = false, Action<RunningJob>? begun = null)
    {
        job ??= await AddJobAsync(request);
        using var stop = new CancellationTokenSource();
        var running = new RunningJob(job) { Stop = stop };
        begun?.Invoke(running);
        try
        {
            await StepOf().RunAsync(running, Project, job.Plan.Export!, mayHaveBegun, stop.Token);
            running.Job = running.Job with { State = JobState.Done };
        }
        catch (JobUnclearException unclear)
        {
            running.Job = running.Job with { State = JobState.Unknown, ErrorCode = "outcome_unknown", Error = unclear.Message };
        }
        catch (Exception exception) when (JobFault.Of(exception) is { } fault)
        {
            running.Job = running.Job with { State = JobState.Failed, ErrorCode = fault.Code, Error = fault.Message };
        }

        await _ledger.SaveAsync(running.Job, CancellationToken.None);
        return running.Job;
    }

    /// <summary>An edit that has made the backend's draft what it is now.</summary>
    public async Task EditAsync(string message, string draft)
    {
        var before = new RawDraft(Encoding.UTF8.GetBytes(Backend.Draft));
        Backend.Draft = draft;
        var job = await AddJobAsync();
        await History.SaveAsync(
            job with { State = JobState.Done },
            new NewHistoryStep(HistoryStepKind.Edited, message, [], new RawDraft(Encoding.UTF8.GetBytes(draft)), before), CancellationToken.None);
    }

    /// <summary>Goes to a step as a job does.</summary>
    public async Task<Job> RestoreAsync(int step)
    {
        using var stop = new CancellationTokenSource();
        var running = new RunningJob(await AddJobAsync()) { Stop = stop };
        await new RestoreStep(_client, new CurrentDraft(_client, History), History).RunAsync(running, Project, step, stop.Token);
        await History.SaveAsync(running.Job with { State = JobState.Done }, running.Step, CancellationToken.None);
        return running.Job;
    }

    public OutputFolder OpenFolder() => OutputFolder.Open(Folder, Clock);

    public async Task<Job> RowOfAsync(string jobId) => (await _ledger.FindAsync(jobId, CancellationToken.None))!;

    public void Dispose()
    {
        _client.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _temp.Dispose();
    }

    private ExportStep StepOf() => new(
        _client, new CurrentDraft(_client, History), OpenFolder, _ledger, new ExportHistory(_database), Clock);
}
