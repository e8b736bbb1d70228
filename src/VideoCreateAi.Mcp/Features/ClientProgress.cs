using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Sends progress to the client, where it asked for any.</summary>
internal sealed class ClientProgress(McpServer server, ProgressToken? token) : IProgress<ProgressNotificationValue>
{
    private readonly Lock _lock = new();
    private Task _sent = Task.CompletedTask;

    public void Report(ProgressNotificationValue value)
    {
        if (token is { } known)
        {
            lock (_lock)
            {
                // Nobody waits for news: a client that is gone ends the call by itself. One after the other, because
                // a value that overtakes another seems to go back.
                _sent = SendAsync(_sent, known, value);
            }
        }
    }

    private async Task SendAsync(Task before, ProgressToken known, ProgressNotificationValue value)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await server.NotifyProgressAsync(known, value);
    }
}
