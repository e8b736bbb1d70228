using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Polly.Timeout;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Tokens;
using VideoCreateAi.Mcp.Gateway.Transport;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>The backend, as the rest of the product sees it. The only place that knows its addresses, headers and tokens.</summary>
internal sealed partial class BackendClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly HttpClient _outside;
    private readonly TokenStore _tokens;
    private readonly GatewayOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<BackendClient> _logger;
    private readonly WebLinks _links;

    /// <param name="http">To the backend; its base address is the backend's. Disposed with this.</param>
    /// <param name="outside">To where a backend says that finished files lie. It carries no header of ours. Disposed with this.</param>
    /// <param name="tokens">Disposed with this.</param>
    public BackendClient(
        HttpClient http,
        HttpClient outside,
        BackendDescription backend,
        TokenStore tokens,
        GatewayOptions options,
        TimeProvider clock,
        ILogger<BackendClient> logger)
    {
        _http = http;
        _outside = outside;
        Backend = backend;
        _tokens = tokens;
        _options = options;
        _clock = clock;
        _logger = logger;
        _links = new WebLinks(options.WebAddress);
        AccountKey = Tokens.AccountKey.Of(backend.Kind, options.Token);
    }

    public BackendDescription Backend { get; }

    /// <summary>Whether exact edits are understood; a backend of somebody else reads words alone.</summary>
    public bool TakesOperations => Backend.Kind == BackendKind.Studio;

    /// <summary>True when calls run on a starter token instead of one that the user configured.</summary>
    public bool IsAnonymous => !_tokens.IsConfigured;

    /// <summary>Tells accounts apart in what is kept on disk: work of one account is never taken up with another's token.
    /// <c>starter</c>, <c>studio</c>, or 16 hex digits for a configured token, which cannot be had back from them.</summary>
    public string AccountKey { get; }

    /// <summary>Takes the bearer token out of words that came from the backend, such as names inside a draft. What this client
    /// hands out in other forms is clean already.</summary>
    public string Redact(string text) => Redactor().Clean(text)!;

    public void Dispose()
    {
        _http.Dispose();
        _outside.Dispose();
        _tokens.Dispose();
    }

    private CallTraits Read(CallScope scope, int? replyLimit = null) =>
        new(scope, MayReplay: true, replyLimit ?? _options.MaxReplyBytes, _options.CallLimit);

    private CallTraits Change(CallScope scope, bool mayReplay, string whenLost, TimeSpan? limit = null) =>
        new(scope, mayReplay, _options.MaxReplyBytes, limit ?? _options.CallLimit, whenLost);

    /// <summary>Makes a call with a token and reads its data; anything else ends in a <see cref="BackendException"/>.</summary>
    private async Task<T> CallAsync<T>(
        Func<HttpRequestMessage> request, CallTraits traits, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        for (var isReplay = false; ; isReplay = true)
        {
            var token = await TokenAsync(cancellationToken);
            using var message = request();
            Authorize(message, token);
            using var reply = await ExchangeAsync(message, traits, cancellationToken);
            if (reply.Refusal is not { } refusal)
            {
                return read(reply.Data);
            }

            var error = Error(refusal, token, traits.Scope);
            if (traits.WhenLost is { } whenLost && traits.Scope is not (CallScope.Account or CallScope.Link) && IsUnclear(refusal, error.Fault))
            {
                throw new BackendException(BackendFault.OutcomeUnknown, whenLost);
            }

            if (error.Fault != BackendFault.TokenInvalid || isReplay || !MayReplay(traits, token))
            {
                throw error;
            }
        }
    }

    /// <summary>A failure that does not say whether the request was carried out: what answered may have passed it on
    /// before, or failed after. Only our own studio tells by a word of its own that it did nothing.</summary>
    private bool IsUnclear(Refusal refusal, BackendFault fault) =>
        !fault.IsClearNo()
        && ((int)refusal.Status >= 500 || refusal.Code is >= 500 and < 600 || (refusal.Status == HttpStatusCode.OK && !refusal.IsJson))
        && (Backend.Kind != BackendKind.Studio || refusal is { Code: null, Word: null });

    /// <summary>A new starter token may be a new account: where that would lose a project, the user hears of it first.</summary>
    private bool MayReplay(CallTraits traits, AccessToken token) =>
        token.IsAnonymous && traits.MayReplay
        && (Backend.Kind == BackendKind.Studio || (traits.Scope == CallScope.Account && !_tokens.HasProjects(token)));

    private async Task<Reply> ExchangeAsync(HttpRequestMessage message, CallTraits traits, CancellationToken cancellationToken)
    {
        message.Options.Set(RequestTraits.BufferLimit, traits.ReplyLimit);
        if (!message.Options.TryGetValue(RequestTraits.Resend, out _))
        {
            message.Options.Set(RequestTraits.Resend, Resend.WhenRateLimited);
        }

        using var limit = new CancellationTokenSource(traits.Limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await Reply.ReadAsync(response, traits.ReplyLimit, _options.MaxErrorBytes, _clock, either.Token);
        }
        catch (Exception exception) when (IsTransport(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw Broken(exception, message.Content, traits.WhenLost);
        }
    }

    private static bool IsTransport(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutException or TimeoutRejectedException or OperationCanceledException;

    /// <summary>What a broken exchange means, which depends on whether its request can have reached the backend.</summary>
    private BackendException Broken(Exception exception, HttpContent? body, string? whenLost)
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is BackendException known)
            {
                return known;
            }
        }

        LogBroken(exception.GetType().Name, (exception as HttpRequestException)?.HttpRequestError);
        var isTooLarge = exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

        // The text of an exception may quote a reply that is no HTTP, and with it what the backend echoes of our request.
        exception = Redactor().IsIn(exception.ToString()) ? new IOException("The exchange with the backend broke.") : exception;
        return exception switch
        {
            _ when whenLost is not null && MayHaveLeft(exception, body) => new BackendException(BackendFault.OutcomeUnknown, whenLost, exception),
            _ when isTooLarge => new BackendException(BackendFault.ReplyInvalid, Reply.TooLarge, exception),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new BackendException(
                BackendFault.BackendUnreachable,
                $"No secure connection to {Backend.Name} could be made: its certificate was not accepted. Nothing was sent. Check the address and the clock of this machine.",
                exception),
            _ => new BackendException(
                BackendFault.BackendUnreachable,
                $"There was no answer from {Backend.Name}. Nothing was changed and nothing was charged. Check the connection and try again.",
                exception),
        };
    }

    private static bool MayHaveLeft(Exception exception, HttpContent? body) => body switch
    {
        OneTimeContent once => once.MayHaveLeft,
        _ => exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        },
    };

    private BackendException Error(Refusal refusal, AccessToken? token, CallScope scope, bool workMayHaveBegun = false)
    {
        var redactor = Redactor(token);
        var clean = refusal with { Text = redactor.Clean(refusal.Text), Word = redactor.IsIn(refusal.Word) ? null : refusal.Word };
        var context = new FaultContext(Backend, _links, IsAnonymous, token?.UserId, scope) { WorkMayHaveBegun = workMayHaveBegun };
        var error = FaultTable.Exception(clean, context);
        if (error.Fault == BackendFault.TokenInvalid && token is not null)
        {
            _tokens.Reject(token);
        }

        LogRefused(error.Fault, (int)refusal.Status, refusal.Code);
        return error;
    }

    private TokenRedactor Redactor(AccessToken? token = null) => new((token ?? _tokens.Current)?.Value);

    /// <summary>A word of the backend's that goes on as data. One that holds the token goes on without it.</summary>
    private string? Clean(string? text) => Redactor().Clean(text);

    /// <summary>Whether this is an id that can be used: what holds the token would carry it into an address.</summary>
    private bool IsUsable(string? id) => BackendIds.IsPlain(id) && !Redactor().IsIn(id);

    private static BackendException Unreadable(string what) => new(
        BackendFault.ReplyInvalid, $"The backend's reply about {what} is not as the protocol says, so it was not used.");

    private static void Authorize(HttpRequestMessage message, AccessToken token) =>
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    // An empty body of ours too: a POST without content is one that the connection pool may send again on its own.
    private static HttpRequestMessage Post(string path, ReadOnlyMemory<byte> json = default) =>
        new(HttpMethod.Post, path) { Content = new SendOnceContent(json) };

    private static string SessionId(string id) => BackendIds.IsPlain(id)
        ? id
        : throw new BackendException(BackendFault.SessionNotFound, "This is not the id of a session. Nothing was sent.");

    private static string RenderId(string id) => BackendIds.IsPlain(id)
        ? id
        : throw new BackendException(BackendFault.NotFound, "This is not the id of a render. Nothing was sent.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The backend refused a call: {Fault} (status {Status}, code {Code}).")]
    private partial void LogRefused(BackendFault fault, int status, int? code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An exchange with the backend broke: {Exception} ({Error}).")]
    private partial void LogBroken(string exception, HttpRequestError? error);
}
