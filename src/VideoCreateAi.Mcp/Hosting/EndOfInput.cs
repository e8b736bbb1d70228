using Microsoft.Extensions.Hosting;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Ends the server soon after the client closed its side: the MCP library waits for running tools, which may be minutes.
/// Jobs are in the ledger and renders in the studio; nothing is lost.</summary>
internal sealed class EndOfInput(ClientInput input, IHostApplicationLifetime application) : BackgroundService
{
    // Answers that are all but ready still go out to a client that writes, closes and reads.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(300);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await input.Ended.WaitAsync(stoppingToken);
        await Task.Delay(s_grace, TimeProvider.System, stoppingToken);
        application.StopApplication();
    }
}
