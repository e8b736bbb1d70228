using Microsoft.Extensions.Hosting;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Frees what idle sessions hold, and ends all of them with the server.</summary>
internal sealed class SessionSweep(HttpSessions sessions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await sessions.EndAllAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await sessions.SweepAsync();
        }
    }
}
