using System.Diagnostics.Metrics;

namespace VideoCreateAi.Studio.Telemetry;

/// <summary>What a studio counts and times. Nobody listens unless somebody is told to, and then it costs nothing. No tag holds what
/// a user wrote: they are words of ours, and few.</summary>
internal static class StudioMeter
{
    public const string StateTag = "videocreateai.render.state";
    public const string OutcomeTag = "videocreateai.outcome";
    public const string WorkTag = "videocreateai.work";
    public const string PartTag = "videocreateai.part.kind";

    /// <summary>OpenTelemetry's name for which fault it was.</summary>
    public const string FaultTag = "error.type";

    private static readonly InstrumentAdvice<double> s_waits = new() { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800] };
    private static readonly InstrumentAdvice<double> s_renders = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 10800] };
    private static readonly InstrumentAdvice<double> s_answers = new() { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private static readonly Meter s_meter = new(TelemetryNames.Studio);

    private static readonly Histogram<double> s_wait = s_meter.CreateHistogram(
        "videocreateai.render.wait", "s", "From asking for a render to the first attempt at it.", tags: null, s_waits);

    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram(
        "videocreateai.render.duration", "s", "From asking for a render to its end.", tags: null, s_renders);

    private static readonly Counter<long> s_ended = s_meter.CreateCounter<long>(
        "videocreateai.render.ended", "{render}", "Renders that have ended, each counted once.");

    private static readonly Counter<double> s_video = s_meter.CreateCounter<double>(
        "videocreateai.render.video", "s", "Video in the renders that are done.");

    private static readonly Counter<double> s_work = s_meter.CreateCounter<double>(
        "videocreateai.render.work", "s", "Time that places for work were taken by attempts, whatever came of them.");

    private static readonly Counter<long> s_attempts = s_meter.CreateCounter<long>(
        "videocreateai.render.attempts", "{attempt}", "Attempts at renders and at their parts, by what came of them.");

    private static readonly Counter<long> s_recoveries = s_meter.CreateCounter<long>(
        "videocreateai.render.recoveries", "{attempt}", "Attempts at what another attempt had begun and not ended, because its worker stopped or died.");

    private static readonly Counter<long> s_parts = s_meter.CreateCounter<long>("videocreateai.render.parts", "{part}", "Parts made, those that came too late with them.");

    private static readonly Counter<long> s_refused = s_meter.CreateCounter<long>("videocreateai.render.refused", "{request}", "Renders that were not taken into the queue.");

    private static readonly Histogram<double> s_turn = s_meter.CreateHistogram(
        "videocreateai.turn.duration", "s", "From a message to its answer.", tags: null, s_answers);

    private static readonly Gauge<long> s_depth = s_meter.CreateGauge<long>("videocreateai.render.queue.depth", "{render}", "Renders that have not ended.");

    private static readonly Gauge<double> s_age = s_meter.CreateGauge<double>("videocreateai.render.queue.age", "s", "How long the render waits that waits longest.");

    /// <summary>Whether anybody wants to know the depth of the queue, which is a question to the database.</summary>
    public static bool DepthIsAsked => s_depth.Enabled || s_age.Enabled;

    public static void Waited(TimeSpan wait) => s_wait.Record(Math.Max(0, wait.TotalSeconds));

    /// <param name="state">One of the words of a render's state.</param>
    /// <param name="code">Of a render that failed.</param>
    /// <param name="lasted">Since it was asked for. Below 0 where two nodes' clocks differ.</param>
    public static void RenderEnded(string state, string? code, TimeSpan lasted)
    {
        var tag = new KeyValuePair<string, object?>(StateTag, state);
        s_duration.Record(Math.Max(0, lasted.TotalSeconds), tag);
        if (code is null)
        {
            s_ended.Add(1, tag);
        }
        else
        {
            s_ended.Add(1, tag, new(FaultTag, code));
        }
    }

    public static void VideoMade(TimeSpan video) => s_video.Add(video.TotalSeconds);

    public static void AttemptEnded(string work, string outcome, TimeSpan elapsed)
    {
        s_work.Add(elapsed.TotalSeconds, new KeyValuePair<string, object?>(WorkTag, work));
        s_attempts.Add(1, new(WorkTag, work), new(OutcomeTag, outcome));
    }

    public static void Recovered(string work) => s_recoveries.Add(1, new KeyValuePair<string, object?>(WorkTag, work));

    public static void PartMade(string kind) => s_parts.Add(1, new KeyValuePair<string, object?>(PartTag, kind));

    public static void Refused(string why) => s_refused.Add(1, new KeyValuePair<string, object?>(FaultTag, why));

    public static void TurnEnded(string outcome, TimeSpan elapsed) => s_turn.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>(OutcomeTag, outcome));

    public static void Depth(int waiting, int running, TimeSpan oldest)
    {
        s_depth.Record(waiting, new KeyValuePair<string, object?>(StateTag, "waiting"));
        s_depth.Record(running, new KeyValuePair<string, object?>(StateTag, "running"));
        s_age.Record(Math.Max(0, oldest.TotalSeconds));
    }
}
