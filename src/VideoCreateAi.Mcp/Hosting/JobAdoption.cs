using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Has the jobs that earlier processes left behind taken over, but only once the client's first answer is out: until then
/// neither the ledger is opened nor anything built that needs it.</summary>
internal sealed class JobAdoption(IServiceProvider services, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_afterStart = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(s_afterStart, clock, stoppingToken);
        await services.GetRequiredService<JobRunner>().StartAsync(stoppingToken);
    }
}
