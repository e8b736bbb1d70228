using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>The one place that sends anything twice, and only what may be: GETs and requests marked idempotent.</summary>
/// <remarks>Microsoft.Extensions.Http.Resilience would be the natural choice and can replace this handler; the package
/// source that this was built against does not carry it.</remarks>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly TimeSpan s_rateLimitWait = TimeSpan.FromSeconds(30);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(GatewayOptions options, TimeProvider clock, HttpMessageHandler inner)
        : base(inner)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (options.MaxTries > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxTries - 1,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome switch
                {
                    { Exception: { } exception } => IsPassing(exception),
                    { Result: { } response } => IsPassing(response, args.AttemptNumber) && (WaitFor(response) ?? TimeSpan.Zero) <= options.MaxRetryWait,
                    _ => false,
                }),
                DelayGenerator = args => ValueTask.FromResult(args.Outcome.Result is { } response ? WaitFor(response) : null),
                OnRetry = args =>
                {
                    args.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            });
        }

        _pipeline = builder.AddTimeout(options.AttemptLimit).Build();

        TimeSpan? WaitFor(HttpResponseMessage response) => RetryAfter.Of(response, clock)
            ?? (response.StatusCode == HttpStatusCode.TooManyRequests ? s_rateLimitWait : null);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get && !request.Of(RequestTraits.Idempotent))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        return await _pipeline.ExecuteAsync(TryOnceAsync, request, cancellationToken);
    }

    private async ValueTask<HttpResponseMessage> TryOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && request.Of(RequestTraits.BufferLimit) is > 0 and var limit)
        {
            try
            {
                await response.Content.LoadIntoBufferAsync(limit, cancellationToken);
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }

        return response;
    }

    private static bool IsPassing(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.SecureConnectionError } => false,
        HttpRequestException { InnerException: BackendException } => false,
        HttpRequestException or IOException or TimeoutRejectedException => true,
        _ => false,
    };

    private static bool IsPassing(HttpResponseMessage response, int triesBefore) => response.StatusCode switch
    {
        // Waiting for it once is polite; a second time is a queue of our own making.
        HttpStatusCode.TooManyRequests => triesBefore == 0,
        HttpStatusCode.RequestTimeout => true,
        HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => true,
        _ => false,
    };
}
