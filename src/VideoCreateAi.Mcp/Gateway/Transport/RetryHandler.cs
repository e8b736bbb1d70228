using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>The one place that sends anything twice, and only what may be: see <see cref="Resend"/>. All retries of a
/// client draw on one <see cref="RetryBudget"/>.</summary>
/// <remarks>Microsoft.Extensions.Http.Resilience would be the natural choice and can replace this handler; the package
/// source that this was built against does not carry it.</remarks>
internal sealed class RetryHandler : DelegatingHandler
{
    /// <summary>A refusal inside of a successful reply is no longer than this.</summary>
    private const int MostRefusalBytes = 64 * 1024;

    private static readonly TimeSpan s_rateLimitWait = TimeSpan.FromSeconds(30);
    private static readonly ResiliencePropertyKey<Call> s_call = new("call");

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly RetryBudget _budget = new();
    private readonly TimeSpan _maxWait;
    private readonly TimeProvider _clock;

    public RetryHandler(GatewayOptions options, TimeProvider clock, HttpMessageHandler inner)
        : base(inner)
    {
        _maxWait = options.MaxRetryWait;
        _clock = clock;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (options.MaxTries > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxTries - 1,
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(MayGoAgain(args.Outcome, CallOf(args.Context), args.AttemptNumber < options.MaxTries - 1)),
                DelayGenerator = args => ValueTask.FromResult(CallOf(args.Context).Wait),
                OnRetry = args =>
                {
                    args.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            });
        }

        _pipeline = builder
            .AddTimeout(new TimeoutStrategyOptions
            {
                // What is sent once has the limit of its call alone: an upload takes as long as it is large.
                TimeoutGenerator = args => ValueTask.FromResult(
                    CallOf(args.Context).Resend == Resend.WhenItFailed ? options.AttemptLimit : Timeout.InfiniteTimeSpan),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var resend = request.Method == HttpMethod.Get ? Resend.WhenItFailed : request.Of(RequestTraits.Resend);
        if (resend == Resend.Never)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        _budget.Earn();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(s_call, new Call(request, resend));
            return await _pipeline.ExecuteAsync(static (context, self) => self.TryOnceAsync(context), context, this);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> TryOnceAsync(ResilienceContext context)
    {
        var call = CallOf(context);
        var response = await base.SendAsync(call.Request, context.CancellationToken);
        call.Code = null;
        if (response.IsSuccessStatusCode && call.Request.Of(RequestTraits.BufferLimit) is > 0 and var limit)
        {
            try
            {
                await response.Content.LoadIntoBufferAsync(limit, context.CancellationToken);
                call.Code = response.Content.Headers.ContentLength <= MostRefusalBytes
                    ? ReplyCode.Of(await response.Content.ReadAsByteArrayAsync(context.CancellationToken))
                    : null;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }

        return response;
    }

    private bool MayGoAgain(Outcome<HttpResponseMessage> outcome, Call call, bool isTryLeft)
    {
        call.Wait = null;
        var isRateLimit = outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests } || (outcome.Result is not null && call.Code == BackendCode.RateLimited);
        var isPassing = isRateLimit || (call.Resend == Resend.WhenItFailed && IsPassing(outcome, call.Code));
        if (!isPassing || !isTryLeft)
        {
            return false;
        }

        if (outcome.Result is { } response)
        {
            // Waiting for a rate limit once is polite; a second time is a queue of our own making.
            if (isRateLimit && call.HasWaited)
            {
                return false;
            }

            call.Wait = RetryAfter.Of(response, _clock) ?? (isRateLimit ? s_rateLimitWait : null);
        }

        if (call.Wait > _maxWait || !_budget.TrySpend())
        {
            return false;
        }

        call.HasWaited |= isRateLimit;
        return call.Request.Content is not OneTimeContent body || body.TryRearm();
    }

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome, int? code) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.SecureConnectionError } } => false,
        { Exception: HttpRequestException { InnerException: BackendException } } => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: HttpStatusCode.RequestTimeout } => true,
        { Result.StatusCode: HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
        { Result: not null } => code is >= 500 and < 600,
        _ => false,
    };

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(s_call, null!);

    /// <summary>One call through the pipeline, with all its tries.</summary>
    private sealed class Call(HttpRequestMessage request, Resend resend)
    {
        public HttpRequestMessage Request { get; } = request;

        public Resend Resend { get; } = resend;

        /// <summary>The code of the last reply's envelope.</summary>
        public int? Code { get; set; }

        /// <summary>Before the next try; null = as the pipeline backs off.</summary>
        public TimeSpan? Wait { get; set; }

        public bool HasWaited { get; set; }
    }
}
