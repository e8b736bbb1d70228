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
    private readonly ProjectSessions _sessions;
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
        var projects = new ProjectBook(database, clock);
        _sessions = new ProjectSessions(projects, backend, clock);
        var export = new ExportStep(backend, () => OutputFolder.Open(world.Disk.OutputFolder), clock);
        var work = new JobWork(ledger, backend, new UploadStep(backend), new TurnStep(backend, clock), export);
        _runner = new JobRunner(ledger, projects, work, process, clock, NullLogger<JobRunner>.Instance);
    }

    public static LedgerDatabase OpenLedger(string path) => new(path);

    /// <summary>Begins the call's job, in the project given or in a new one.</summary>
    public async Task<Job> BeginAsync(UserCall call, string? projectId)
    {
        var project = await _sessions.OpenAsync(projectId ?? ProjectSessions.NewProject, call.Plan.Message, CancellationToken.None);
        return await _runner.BeginAsync("create_video", project, call.Plan, new JobUploads([], call.Urls), CancellationToken.None);
    }

    public Task<Job> WaitAsync(string jobId, TimeSpan wait) => _runner.WaitAsync(jobId, wait, new Unheard(), CancellationToken.None);

    public Task<IReadOnlyList<Job>> OpenJobsAsync() => _runner.OpenJobsAsync(CancellationToken.None);

    public Task StopAsync() => _runner.StopAsync(CancellationToken.None);

    private sealed class Unheard : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
        }
    }
}
