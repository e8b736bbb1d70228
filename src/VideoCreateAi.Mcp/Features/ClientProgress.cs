using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Sends progress to the client, where it asked for any.</summary>
internal sealed class ClientProgress(McpServer server, ProgressToken? token) : IProgress<ProgressNotificationValue>
{
    public void Report(ProgressNotificationValue value)
    {
        if (token is { } known)
        {
            // Nobody waits for news: a client that is gone ends the call by itself.
            _ = server.NotifyProgressAsync(known, value);
        }
    }
}
