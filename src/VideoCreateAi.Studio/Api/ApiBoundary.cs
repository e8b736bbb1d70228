using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Protocol;
using VideoCreateAi.Studio.Store;

namespace VideoCreateAi.Studio.Api;

/// <summary>Around every request: keeps the studio alive while it lasts, and answers a bug with an envelope instead of an empty body.</summary>
internal sealed partial class ApiBoundary(StudioLifetime lifetime, ILogger<ApiBoundary> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var visit = lifetime.Enter();
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client hung up; there is nobody to tell.
        }
        catch (Exception exception) when (!context.Response.HasStarted && UnwritableDisk.IsCauseOf(exception))
        {
            LogNotWritten(context.Request.Method, context.GetEndpoint()?.DisplayName, exception);
            await ApiReply.RefuseAsync(context, StatusCodes.Status507InsufficientStorage, BackendCode.Internal, UnwritableDisk.Words, UnwritableDisk.Code);
        }
        catch (Exception exception) when (!context.Response.HasStarted && DatabaseOutage.IsCauseOf(exception))
        {
            LogNoDatabase(context.Request.Method, context.GetEndpoint()?.DisplayName, exception);
            context.Response.Headers.RetryAfter = "5";
            await ApiReply.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, BackendCode.Internal, DatabaseOutage.Words, DatabaseOutage.Code);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            LogBug(context.Request.Method, context.GetEndpoint()?.DisplayName, exception);
            await ApiReply.RefuseAsync(
                context, StatusCodes.Status500InternalServerError, BackendCode.Internal, "Something went wrong inside the studio; its log says more.", "internal_error");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} met a disk that could not be written.")]
    private partial void LogNotWritten(string method, string? endpoint, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} found no database.")]
    private partial void LogNoDatabase(string method, string? endpoint, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Endpoint} met a bug.")]
    private partial void LogBug(string method, string? endpoint, Exception exception);
}
