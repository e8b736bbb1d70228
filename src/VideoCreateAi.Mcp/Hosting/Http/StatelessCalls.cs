using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>Answers requests of revision 2026-07-28: each has a server and services of its own, which end with it. A client that
/// goes away has cancelled its call.</summary>
internal sealed class StatelessCalls(IOptions<McpServerOptions> options, IServiceProvider services, ILoggerFactory loggers)
{
    // What is wrong with the arguments of a request is its answer: clients read no answer from a status of 400.
    private static readonly (McpErrorCode Code, int Status)[] s_statuses =
    [
        (McpErrorCode.MethodNotFound, StatusCodes.Status404NotFound),
        (McpErrorCode.HeaderMismatch, StatusCodes.Status400BadRequest),
        (McpErrorCode.UnsupportedProtocolVersion, StatusCodes.Status400BadRequest),
        (McpErrorCode.MissingRequiredClientCapability, StatusCodes.Status400BadRequest),
    ];

    /// <returns>False when the message asks for no answer.</returns>
    public async Task<bool> AnswerAsync(JsonRpcMessage message, HttpContext http, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await using var transport = new StreamableHttpServerTransport(loggers) { Stateless = true };
        await using var server = McpServer.Create(transport, options.Value, loggers, scope.ServiceProvider);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = server.RunAsync(end.Token);
        try
        {
            // Without this the message would be read as one of an earlier revision.
            message.Context = new JsonRpcMessageContext { ProtocolVersion = McpRevisions.Stateless };
            return await transport.HandlePostRequestAsync(message, http.Response.Body, first => SetStatus(http.Response, first), cancellationToken);
        }
        finally
        {
            await end.CancelAsync();
            try
            {
                await running;
            }
            catch (OperationCanceledException)
            {
                // It was told to.
            }
        }
    }

    private static ValueTask SetStatus(HttpResponse response, JsonRpcMessage? first)
    {
        if (first is JsonRpcError error && s_statuses.FirstOrDefault(row => (int)row.Code == error.Error.Code).Status is > 0 and var status)
        {
            response.StatusCode = status;
        }

        return ValueTask.CompletedTask;
    }
}
