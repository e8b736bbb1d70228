using System.Diagnostics;

namespace VideoCreateAi.Studio.Telemetry;

/// <summary>A piece of work while it goes on: a span for traces, and when it ends its time and outcome for the meter.</summary>
internal sealed class TimedWork : IDisposable
{
    private const string TurnWork = "turn";
    private const string RenderWork = "render";
    private const string PartWork = "part";
    private const string ReviewWork = "review";

    private static readonly ActivitySource s_source = new(TelemetryNames.Studio);

    private readonly string _work;
    private readonly TimeProvider _clock;
    private readonly Activity? _span;
    private readonly long _begun;

    private TimedWork(string work, TimeProvider clock, string? renderId = null, int attempt = 0, int? part = null)
    {
        (_work, _clock) = (work, clock);
        _span = s_source.StartActivity(work);
        if (renderId is not null)
        {
            // An id is letters, digits, - and _: what logs say of a render too.
            _span?.SetTag("videocreateai.render.id", renderId).SetTag("videocreateai.attempt", attempt);
        }

        if (part is not null)
        {
            _span?.SetTag("videocreateai.part", part);
        }

        _begun = clock.GetTimestamp();
    }

    /// <summary>What came of it. Set before it ends, when it is not what it set out to do.</summary>
    public string Outcome { get; set; } = WorkOutcome.Made;

    public static TimedWork Turn(TimeProvider clock) => new(TurnWork, clock);

    /// <param name="recovers">Whether it goes on with what another attempt left.</param>
    public static TimedWork Render(string renderId, int attempt, bool recovers, TimeProvider clock) => Attempt(new TimedWork(RenderWork, clock, renderId, attempt), recovers);

    /// <inheritdoc cref="Render"/>
    public static TimedWork Part(string renderId, int part, int attempt, bool recovers, TimeProvider clock) =>
        Attempt(new TimedWork(PartWork, clock, renderId, attempt, part), recovers);

    /// <summary>A look at what a worker handed in.</summary>
    public static TimedWork Review(string renderId, int attempt, TimeProvider clock) => new(ReviewWork, clock, renderId, attempt);

    /// <summary>It went wrong.</summary>
    /// <param name="code">A word of ours, never what a user or a program said.</param>
    public void Fails(string outcome, string code)
    {
        Outcome = outcome;
        _span?.SetTag(StudioMeter.FaultTag, code).SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        var elapsed = _clock.GetElapsedTime(_begun);
        if (_work == TurnWork)
        {
            StudioMeter.TurnEnded(Outcome, elapsed);
        }
        else
        {
            StudioMeter.AttemptEnded(_work, Outcome, elapsed);
        }

        _span?.SetTag(StudioMeter.OutcomeTag, Outcome);
        _span?.Dispose();
    }

    private static TimedWork Attempt(TimedWork attempt, bool recovers)
    {
        if (recovers)
        {
            StudioMeter.Recovered(attempt._work);
        }

        return attempt;
    }
}
