using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Ledger;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Has the jobs that earlier processes left behind taken over, but only once the client's first answer is out, and building no
/// more than it takes to see whether there are any: most servers are launched to wait.</summary>
internal sealed class JobAdoption(IServiceProvider services, ServerSettings settings, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_afterStart = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(s_afterStart, clock, stoppingToken);
        if (LedgerFile.HasBegun(settings.DataFolder) && await IsAnythingLeftAsync(stoppingToken))
        {
            await services.GetRequiredService<JobRunner>().StartAsync(stoppingToken);
        }
    }

    private async Task<bool> IsAnythingLeftAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await services.GetRequiredService<JobLedger>().RunningJobsAsync(cancellationToken)).Count > 0;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The runner meets the same fault and says what is wrong.
            return true;
        }
    }
}
