using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Simulation.Model;

namespace VideoCreateAi.Simulation.Clients;

/// <summary>The product as one process has it, put together as the host does, over a simulated line and time.</summary>
internal sealed class SimulatedClient
{
    private readonly JobDesk _desk;
    private readonly JobRunner _runner;

    public SimulatedClient(World world, SimulatedProcess process)
    {
        var clock = process.Clock;
        var options = new GatewayOptions
        {
            DataFolder = world.Disk.DataFolder,
            ProductVersion = "1.2.3",
            Token = world.Schedule.IsAnonymous ? null : ModelBackend.ConfiguredToken,

            // The jitter of the pause has a chance of its own; without a pause there is none.
            RetryDelay = TimeSpan.Zero,
        };
        var backend = BackendClientFactory.Create(
            world.Description, options, world.Rules.Break(new ModelConnection(world, process), world), clock, NullLoggerFactory.Instance);
        var database = world.Disk.Ledger;
        var ledger = new JobLedger(database);
        var projects = new ProjectBook(database, clock, new ProjectNews());
        var home = new ProjectHome(projects, backend);
        var sessions = new ProjectSessions(projects, home, backend, new Conversation(isKept: true), clock);
        var history = new ProjectHistory(database, ledger, clock, NullLogger<ProjectHistory>.Instance);
        var current = new CurrentDraft(backend, history);
        var export = new ExportStep(
            backend, current, () => OutputFolder.Open(world.Disk.OutputFolder, clock), ledger, new ExportHistory(database), clock);
        var recovery = new TurnRecovery(backend, ledger, clock);
        var turn = new TurnStep(backend, ledger, recovery, new ReplyActions(backend), clock);
        var audit = new JobAudit(new AuditTrail(folder: null, clock, NullLogger<AuditTrail>.Instance));
        var work = new JobWork(
            history, backend, new RestoreStep(backend, current, history), new UploadStep(backend, ledger, audit), turn, recovery, export, new BatchWork(ledger), new ProjectNews(), audit);
        _runner = new JobRunner(ledger, projects, home, work, process, clock, NullLogger<JobRunner>.Instance);
        _desk = new JobDesk(ledger, _runner, sessions, new SpendingGate(new SpendingRules { AskAbove = null, HourlyCap = int.MaxValue }, ledger, backend, clock), backend);
    }

    public static LedgerDatabase OpenLedger(string path) => new(path, NullLogger<LedgerDatabase>.Instance);

    public Task StartAsync() => _runner.StartAsync(CancellationToken.None);

    /// <summary>Makes the call, with the same words when it is made again.</summary>
    public async Task<Job> BeginAsync(UserCall call, string? projectId)
    {
        var request = new JobRequest(
            call.Plan.Message is null && call.Plan.Uploads == 0 ? "export_video" : "create_video",
            projectId ?? ProjectSessions.NewProject,
            call.Plan,
            new JobUploads([], call.Urls),
            call.Key)
        {
            FirstMessage = call.Plan.Message,
        };
        return (await _desk.BeginAsync(request.ForPlatforms(call.Platforms), CancellationToken.None)).Job;
    }

    public async Task<Job> WaitAsync(string jobId, TimeSpan wait)
    {
        var job = await _runner.WaitAsync(jobId, wait, new Unheard(), CancellationToken.None);
        await _runner.ToldAsync(job, CancellationToken.None);
        return job;
    }

    public Task<IReadOnlyList<Job>> OpenJobsAsync() => _runner.OpenJobsAsync(CancellationToken.None);

    public Task StopAsync() => _runner.StopAsync();

    private sealed class Unheard : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
        }
    }
}
