using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Hosting.Http;

/// <summary>MCP over Streamable HTTP at one address, for both generations of clients: those that begin with <c>initialize</c> get a
/// session, those of 2026-07-28 have none. <c>ModelContextProtocol.AspNetCore</c> can take the place of this folder's endpoint,
/// sessions and rules; the gates and the token stay.</summary>
internal sealed class McpEndpoint(
    HttpSessions sessions, StatelessCalls calls, IOptions<McpServerOptions> options, HttpLimits limits, IHostApplicationLifetime application, TimeProvider clock)
{
    public const string Path = "/mcp";

    /// <summary>The code that other servers use for it too: the specification names only the status.</summary>
    private static readonly RpcFault s_gone =
        new(StatusCodes.Status404NotFound, (McpErrorCode)(-32001), "There is no such session any more. Begin anew with initialize.");

    public Task HandleAsync(HttpContext http)
    {
        if (http.Request.Path != Path)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.Headers.CacheControl = "no-store";
        var isStateless = VersionOf(http.Request) == McpRevisions.Stateless;
        return http.Request.Method switch
        {
            "POST" => PostAsync(http),
            "GET" when !isStateless => ListenAsync(http),
            "DELETE" when !isStateless => EndAsync(http),
            _ => NotAllowed(http, isStateless ? "POST" : "GET, POST, DELETE"),
        };
    }

    private static Task NotAllowed(HttpContext http, string allowed)
    {
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = allowed;
        return Task.CompletedTask;
    }

    private async Task PostAsync(HttpContext http)
    {
        var (message, words, fault) = await ReadAsync(http);
        if (fault is null && StatelessRules.Apply(VersionOf(http.Request), SessionOf(http.Request), words!))
        {
            fault = StatelessRules.FaultOf(VersionOf(http.Request), http.Request.Headers, words!)
                ?? ParameterHeaders.FaultOf(http.Request.Headers, words!, options.Value.ToolCollection);
            if (fault is null)
            {
                // Whoever listens has no last word to wait for.
                await AnswerAsync(http, words!.Method == RequestMethods.SubscriptionsListen, token => calls.AnswerAsync(message!, http, token));
                return;
            }
        }
        else if (fault is null)
        {
            fault = await PostToSessionAsync(http, message!, words!);
        }

        if (fault is not null)
        {
            await RpcReply.WriteAsync(http.Response, fault, words?.Id, http.RequestAborted);
        }
    }

    private async Task<RpcFault?> PostToSessionAsync(HttpContext http, JsonRpcMessage message, RequestWords words)
    {
        var id = SessionOf(http.Request);
        if ((words.Method == RequestMethods.Initialize) != (id is null))
        {
            return new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest, id is null
                ? $"The header {McpRevisions.SessionHeader} is missing. Begin with initialize, or send every request as revision {McpRevisions.Stateless} has it."
                : "A session is initialized once.");
        }

        using var lease = id is null ? await sessions.BeginAsync() : sessions.Find(id);
        if (lease is null)
        {
            return id is null ? Full(http) : s_gone;
        }

        http.Response.Headers[McpRevisions.SessionHeader] = lease.Session.Id;
        await AnswerAsync(http, isEndless: false, token => lease.Session.AnswerAsync(message, http.Response.Body, token));
        return null;
    }

    private async Task ListenAsync(HttpContext http)
    {
        if (!BodyTypes.TakesEvents(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status406NotAcceptable;
            return;
        }

        var id = SessionOf(http.Request);
        using var lease = id is null ? null : sessions.Find(id);
        if (lease is null)
        {
            http.Response.StatusCode = id is null ? StatusCodes.Status400BadRequest : StatusCodes.Status404NotFound;
            return;
        }

        var isHeard = true;
        await AnswerAsync(http, isEndless: true, async token => isHeard = await lease.Session.ListenAsync(http.Response.Body, token));
        if (!isHeard)
        {
            http.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }

    private async Task EndAsync(HttpContext http) =>
        http.Response.StatusCode = SessionOf(http.Request) is not { } id ? StatusCodes.Status400BadRequest
            : await sessions.EndAsync(id) ? StatusCodes.Status204NoContent
            : StatusCodes.Status404NotFound;

    /// <param name="answer">Writes events; false when there was nothing to write.</param>
    private async Task AnswerAsync(HttpContext http, bool isEndless, Func<CancellationToken, Task<bool>> answer)
    {
        using var limit = isEndless ? new CancellationTokenSource() : new CancellationTokenSource(limits.AnswerLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, application.ApplicationStopping, limit.Token);
        http.Response.ContentType = BodyTypes.Events;
        try
        {
            if (!await answer(either.Token))
            {
                http.Response.ContentType = null;
                http.Response.StatusCode = StatusCodes.Status202Accepted;
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The client is gone, the server ends, or the time is up: what has been written so far stays, and no more comes.
            if (!http.Response.HasStarted)
            {
                http.Response.ContentType = null;
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
        }
    }

    private async Task<(JsonRpcMessage? Message, RequestWords? Words, RpcFault? Fault)> ReadAsync(HttpContext http)
    {
        if (!BodyTypes.IsJson(http.Request))
        {
            return (null, null, new RpcFault(StatusCodes.Status415UnsupportedMediaType, McpErrorCode.InvalidRequest, $"The body must be {BodyTypes.Json}, not packed."));
        }

        if (BodyTypes.HasTwoLengths(http.Request))
        {
            http.Response.Headers.Connection = "close";
            return (null, null, new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest, "The body says its length in two ways."));
        }

        if (!BodyTypes.TakesBoth(http.Request))
        {
            return (null, null, new RpcFault(
                StatusCodes.Status406NotAcceptable, McpErrorCode.InvalidRequest, $"Accept must name {BodyTypes.Json} and {BodyTypes.Events}."));
        }

        using var limit = new CancellationTokenSource(limits.BodyLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, application.ApplicationStopping, limit.Token);
        try
        {
            await using var body = new WholeLetters(http.Request.Body);
            var message = await JsonSerializer.DeserializeAsync(body, RpcReply.MessageType, either.Token)
                ?? throw new JsonException();
            return (message, RequestWords.Of(message), null);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return (null, null, new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.ParseError, "The body is not one JSON-RPC message."));
        }
        catch (BadHttpRequestException refused)
        {
            return (null, null, new RpcFault(refused.StatusCode, McpErrorCode.InvalidRequest, "The body is too large or broken."));
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return (null, null, new RpcFault(StatusCodes.Status400BadRequest, McpErrorCode.InvalidRequest, "The body is broken."));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return (null, null, new RpcFault(StatusCodes.Status408RequestTimeout, McpErrorCode.InvalidRequest, "The body did not arrive in time."));
        }
    }

    private static RpcFault Full(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "10";
        return new RpcFault(StatusCodes.Status503ServiceUnavailable, McpErrorCode.InternalError, "Too many sessions are at work. Try again soon.");
    }

    private static string? VersionOf(HttpRequest request) => HeaderOf(request, McpRevisions.VersionHeader);

    private static string? SessionOf(HttpRequest request) => HeaderOf(request, McpRevisions.SessionHeader);

    private static string? HeaderOf(HttpRequest request, string name) => request.Headers[name] is { Count: > 0 } values ? values.ToString() : null;
}
