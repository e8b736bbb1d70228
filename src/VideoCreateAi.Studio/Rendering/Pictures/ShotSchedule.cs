using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Opens shots a little before they are seen and lets go of them afterwards. Frames are asked for in order; some may be left out.</summary>
internal sealed class ShotSchedule : IAsyncDisposable
{
    private const int SecondsAhead = 2;

    private readonly RenderPlan _plan;
    private readonly ShotFactory _factory;
    private readonly CancellationTokenSource _stop;
    private readonly HashSet<PlannedShot> _wanted;
    private readonly Dictionary<PlannedShot, Task<Shot>> _open = [];

    /// <param name="ranges">The frames that will be asked for. Null = all.</param>
    public ShotSchedule(RenderPlan plan, ShotFactory factory, CancellationToken cancellationToken, IReadOnlyList<FrameRange>? ranges = null)
    {
        _plan = plan;
        _wanted = [.. plan.Tracks.SelectMany(track => track.Shots).Where(shot => ranges?.Any(range => range.Meets(shot.First, shot.End)) ?? true)];
        _factory = factory;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    public async Task<IReadOnlyList<FrameTrack>> AtAsync(int frame, CancellationToken cancellationToken)
    {
        var tracks = new FrameTrack[_plan.Tracks.Count];
        for (var i = 0; i < tracks.Length; i++)
        {
            var track = _plan.Tracks[i];
            var shown = new List<FrameShot>(2);
            foreach (var planned in track.Shots)
            {
                if (planned.Shows(frame))
                {
                    var shot = await Open(planned).WaitAsync(cancellationToken);
                    shown.Add(new FrameShot(shot, shot.Clip is null ? null : await shot.Clip.AtAsync(frame - planned.First, cancellationToken)));
                }
                else if (planned.First > frame && planned.First <= frame + SecondsAhead * _plan.Canvas.FramesPerSecond && _wanted.Contains(planned))
                {
                    _ = Open(planned);
                }
                else if (planned.End <= frame && _open.Remove(planned, out var passed))
                {
                    // Frames still under way keep what they need.
                    await (await passed).DisposeAsync();
                }
            }

            tracks[i] = new FrameTrack(track.Role, shown);
        }

        return tracks;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var opening in _open.Values)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                await opening.Result.DisposeAsync();
            }
        }

        _open.Clear();
        _stop.Dispose();
    }

    private Task<Shot> Open(PlannedShot planned)
    {
        if (!_open.TryGetValue(planned, out var opening))
        {
            var token = _stop.Token;
            _open[planned] = opening = Task.Run(() => _factory.CreateAsync(planned, token), token);
        }

        return opening;
    }
}
