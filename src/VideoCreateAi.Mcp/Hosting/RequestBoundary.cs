using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>The one place where a fault of a request that is no tool call becomes an error of the protocol.</summary>
internal static partial class RequestBoundary
{
    private const string Bug = "internal_error: Something went wrong inside the server; its log says more. Try again, and report it if it stays so.";

    public static McpRequestHandler<TParams, TResult> Around<TParams, TResult>(McpRequestHandler<TParams, TResult> handler) => async (context, cancellationToken) =>
    {
        try
        {
            return await handler(context, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or McpException))
        {
            if (JobFault.Of(exception) is { } fault)
            {
                throw new McpProtocolException(Redacted(context.Services!, $"{fault.Code}: {fault.Message}"), McpErrorCode.InternalError);
            }

            LogBug(context.Services!.GetRequiredService<ILoggerFactory>().CreateLogger(nameof(RequestBoundary)), context.JsonRpcRequest.Method, exception);
            throw new McpProtocolException(Bug, McpErrorCode.InternalError);
        }
    };

    private static string Redacted(IServiceProvider services, string text) => services.GetRequiredService<BackendClient>().Redact(text);

    [LoggerMessage(Level = LogLevel.Error, Message = "The request {Method} met a bug.")]
    private static partial void LogBug(ILogger logger, string method, Exception exception);
}
