using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Asks for a render until it ends. What passes by itself (no connection, a failing server, a sign-in page in
/// between) is waited out; only a definite word ends it.</summary>
internal sealed class RenderWatch(BackendClient backend, TimeProvider clock)
{
    private static readonly TimeSpan s_studioLimit = TimeSpan.FromHours(2);
    private static readonly TimeSpan s_cloudLimit = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_studioStall = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan s_cloudStall = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_lostLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_lostPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_faultPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    /// <summary>Asks for a render that an earlier process may have submitted.</summary>
    /// <returns>Null when the backend does not know it.</returns>
    public async Task<RenderStatus?> FindAsync(string renderId, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        for (var faults = 0; ;)
        {
            try
            {
                return await backend.GetRenderAsync(renderId, cancellationToken);
            }
            catch (BackendException exception) when (IsPassing(exception.Fault))
            {
                if (clock.GetElapsedTime(begun) > Limit)
                {
                    throw Unanswered();
                }

                await Task.Delay(PauseAfter(exception, ++faults), clock, cancellationToken);
            }
        }
    }

    /// <returns>The completed render.</returns>
    /// <param name="begin">Percent of the job at which the render begins.</param>
    /// <param name="end">Percent at which it is complete.</param>
    public async Task<RenderStatus> UntilCompleteAsync(
        RunningJob running, RenderStatus status, double begin, double end, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        var (moved, best, lost, faults) = (begun, -1d, (long?)null, 0);
        var pause = backend.Backend.RenderPollInterval;
        while (true)
        {
            ThrowWhenEnded(status);
            if (status.Status == RenderStatus.Completed)
            {
                return status;
            }

            if (clock.GetElapsedTime(begun) > Limit)
            {
                throw faults > 0 ? Unanswered() : new JobUnclearException(
                    $"The render has not ended after {Limit.TotalMinutes:0} minutes. It may still end; call export_video again to look, nothing is charged for it.");
            }

            // Some renderers begin anew inside and count again from zero; people are shown how far it got.
            if (status.Progress > best || status.Status == RenderStatus.Pending)
            {
                (best, moved) = (Math.Max(best, Math.Clamp(status.Progress, 0, 100)), clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(moved) > Stall)
            {
                throw new JobUnclearException(
                    $"The render has stood at {best:0} % for {Stall.TotalMinutes:0} minutes. It may still end; call export_video again to look, nothing is charged for it.");
            }

            running.Report(new JobProgress(begin + ((end - begin) * best / 100), Words(status, best, faults, clock.GetElapsedTime(begun))));
            await Task.Delay(pause, clock, cancellationToken);
            try
            {
                var answer = await backend.GetRenderAsync(status.Id, cancellationToken);
                (status, faults) = (answer ?? status, 0);
                lost = answer is null ? lost ?? clock.GetTimestamp() : null;
                pause = lost is null ? backend.Backend.RenderPollInterval : Least(s_lostPause, backend.Backend.RenderPollInterval);
                if (lost is { } since && clock.GetElapsedTime(since) > s_lostLimit)
                {
                    throw new ToolRefusedException(
                        "render_lost", "The backend no longer knows this render, so there is no file of it. The timeline is unchanged and nothing was charged; call export_video to render it again.");
                }
            }
            catch (BackendException exception) when (IsPassing(exception.Fault))
            {
                pause = PauseAfter(exception, ++faults);
            }
        }
    }

    /// <summary>A fault that says nothing about the render.</summary>
    public static bool IsPassing(BackendFault fault) => fault is BackendFault.BackendUnreachable or BackendFault.BackendError
        or BackendFault.ReplyInvalid or BackendFault.RateLimited or BackendFault.OutcomeUnknown;

    private bool IsStudio => backend.Backend.Kind == BackendKind.Studio;

    private TimeSpan Limit => IsStudio ? s_studioLimit : s_cloudLimit;

    private TimeSpan Stall => IsStudio ? s_studioStall : s_cloudStall;

    private TimeSpan PauseAfter(BackendException exception, int faults)
    {
        var first = IsStudio ? backend.Backend.RenderPollInterval : s_faultPause;
        var grown = Least(first * Math.Pow(2, Math.Min(faults - 1, 10)), s_longestPause);
        return exception.RetryAfter is { } asked ? Least(Most(asked, grown), TimeSpan.FromMinutes(1)) : grown;
    }

    private static void ThrowWhenEnded(RenderStatus status)
    {
        switch (status.Status)
        {
            case RenderStatus.Failed:
                throw new ToolRefusedException(
                    ErrorCode(status),
                    $"The export failed: {UntrustedText.Clean(status.Error ?? "the backend gave no reason")} The timeline is unchanged and nothing was charged.");
            case RenderStatus.Cancelled:
                throw new JobCancelledException("The export was cancelled. The timeline is unchanged; call export_video to start again.");
        }
    }

    // The backend's word goes out as a code, so it must look like one.
    private static string ErrorCode(RenderStatus status) =>
        status.ErrorCode is { Length: > 0 and <= 40 } code && code.All(c => char.IsAsciiLetterLower(c) || c == '_') ? code : "render_failed";

    private static string Words(RenderStatus status, double percent, int faults, TimeSpan elapsed)
    {
        if (faults > 0)
        {
            return "Rendering; the backend does not answer at the moment…";
        }

        if (status.Status == RenderStatus.Pending)
        {
            return "Waiting for the renderer…";
        }

        // A backend that does not know how long it takes is judged by what it did so far.
        var seconds = status.SecondsLeft
            ?? (percent is > 10 and < 100 && elapsed > TimeSpan.FromSeconds(3) ? elapsed.TotalSeconds * (100 - percent) / percent : null);
        var left = seconds is { } most ? string.Create(CultureInfo.InvariantCulture, $", about {Math.Max(1, most):0} s left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"Rendering {percent:0} %{left}");
    }

    private static JobUnclearException Unanswered() => new(
        "The backend has not answered for so long that this was given up. The render may have ended meanwhile; call export_video again to look, nothing is charged for it.");

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Most(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
