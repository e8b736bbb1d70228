using System.Globalization;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>Turns a turn's signs of life into words. When a tool of the backend has answered it looks whether a clip was
/// generated, and tells of it at once: the rest of the turn may take minutes.</summary>
internal sealed class TurnVoice(
    RunningJob running, double percent, BackendClient backend, Project project, ProjectSnapshot before, TimeProvider clock, CancellationToken cancellationToken)
    : IProgress<TurnProgress>
{
    private static readonly TimeSpan s_leastBetweenLooks = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private Task _look = Task.CompletedTask;
    private long? _looked;
    private int _generated = before.Generated.Count;

    public void Report(TurnProgress value)
    {
        var words = value.Kind switch
        {
            TurnProgressKind.StillWorking => "⏳ Still working…",
            TurnProgressKind.ToolCalled => "Editing the timeline…",
            _ => null,
        };
        if (words is not null)
        {
            running.Report(new JobProgress(percent, words));
        }

        if (value.Kind == TurnProgressKind.ToolAnswered && !backend.Backend.IsFree && _look.IsCompleted
            && (_looked is not { } last || clock.GetElapsedTime(last) >= s_leastBetweenLooks))
        {
            _looked = clock.GetTimestamp();
            _look = LookAsync();
        }
    }

    /// <summary>Ends a look that is under way. Nothing is reported after it.</summary>
    public async Task StopAsync()
    {
        if (!_look.IsCompleted)
        {
            await _stop.CancelAsync();
            await _look;
        }

        _stop.Dispose();
    }

    private async Task LookAsync()
    {
        try
        {
            var state = await backend.GetStateAsync(project.SessionId, _stop.Token);
            foreach (var clip in state.Generated.Skip(_generated))
            {
                var length = clip.Duration is { } seconds ? string.Create(CultureInfo.InvariantCulture, $" ({seconds:0.#} s)") : "";
                running.Report(new JobProgress(percent, $"A clip was generated: {UntrustedText.Name(clip.FileName ?? "clip")}{length}. Putting it together…"));
            }

            _generated = Math.Max(_generated, state.Generated.Count);
        }
        catch (Exception fault) when (fault is BackendException or OperationCanceledException)
        {
            // Only a sign of life is lost.
        }
    }
}
