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
    }

    public BackendDescription Backend { get; }

    /// <summary>True when calls run on a starter token instead of one that the user configured.</summary>
    public bool IsAnonymous => !_tokens.IsConfigured;

    /// <summary>The account behind the token, as far as it is known.</summary>
    public string? UserId => _tokens.Current?.UserId;

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

            var error = traits.WhenLost is { } whenLost && MayBeOfProxy(refusal)
                ? new BackendException(BackendFault.OutcomeUnknown, whenLost)
                : Error(refusal, token, traits.Scope);
            if (error.Fault != BackendFault.TokenInvalid || !MayReplay(traits, token) || isReplay)
            {
                throw error;
            }
        }
    }

    /// <summary>A 5xx without a word of the backend itself: what said it may have passed the request on before.</summary>
    private static bool MayBeOfProxy(Refusal refusal) =>
        (int)refusal.Status >= 500 && refusal is { Code: null, Word: null };

    /// <summary>A new starter token may be a new account: where that would lose a project, the user hears of it first.</summary>
    private bool MayReplay(CallTraits traits, AccessToken token) =>
        token.IsAnonymous && traits.MayReplay && (traits.Scope == CallScope.Account || Backend.Kind == BackendKind.Studio);

    private async Task<Reply> ExchangeAsync(HttpRequestMessage message, CallTraits traits, CancellationToken cancellationToken)
    {
        if (message.Method == HttpMethod.Get)
        {
            message.Options.Set(RequestTraits.BufferLimit, traits.ReplyLimit);
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
        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new BackendException(
                BackendFault.ReplyInvalid, "The backend's reply is larger than this program reads. Nothing was changed by the read.", exception),
            _ when whenLost is not null && MayHaveLeft(exception, body) => new BackendException(BackendFault.OutcomeUnknown, whenLost, exception),
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
        SendOnceContent json => json.MayHaveLeft,
        UploadBody file => file.MayHaveLeft,
        _ => exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        },
    };

    private BackendException Error(Refusal refusal, AccessToken? token, CallScope scope)
    {
        var context = new FaultContext(Backend, _options.WebAddress, IsAnonymous, token?.UserId, scope);
        var error = FaultTable.Exception(refusal, context);
        if (error.Fault == BackendFault.TokenInvalid && token is not null)
        {
            _tokens.Reject(token);
        }

        LogRefused(error.Fault, (int)refusal.Status, refusal.Code);
        return error;
    }

    private static BackendException Unreadable(string what) => new(
        BackendFault.ReplyInvalid, $"The backend's reply about {what} is not as the protocol says, so it was not used.");

    private static void Authorize(HttpRequestMessage message, AccessToken token) =>
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);

    private static HttpRequestMessage Get(string path) => new(HttpMethod.Get, path);

    private static HttpRequestMessage Post(string path, ReadOnlyMemory<byte>? json = null) =>
        new(HttpMethod.Post, path) { Content = json is { } body ? new SendOnceContent(body) : null };

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
