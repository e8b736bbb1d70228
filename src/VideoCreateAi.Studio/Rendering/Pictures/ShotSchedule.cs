using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Opens shots a little before they are seen and lets go of them afterwards. Frames are asked for in order; some may be left out.</summary>
internal sealed class ShotSchedule : IAsyncDisposable
{
    private const int SecondsAhead = 2;

    // A decoder of a large photograph takes 200 MB, one of a clip stays until the shot is over: few of them, however short the shots.
    private const int MostAhead = 3;
    private const int OpeningAtOnce = 2;

    private readonly RenderPlan _plan;
    private readonly ShotFactory _factory;
    private readonly CancellationTokenSource _stop;
    private readonly IReadOnlyList<FrameRange> _ranges;
    private readonly SemaphoreSlim _places = new(OpeningAtOnce);
    private readonly Dictionary<PlannedShot, Task<Shot>> _open = [];

    /// <param name="ranges">The frames that will be asked for. Null = all.</param>
    public ShotSchedule(RenderPlan plan, ShotFactory factory, CancellationToken cancellationToken, IReadOnlyList<FrameRange>? ranges = null)
    {
        _plan = plan;
        _ranges = ranges ?? [new FrameRange(0, plan.TotalFrames)];
        _factory = factory;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    public async Task<IReadOnlyList<FrameTrack>> AtAsync(int frame, CancellationToken cancellationToken)
    {
        await CloseAsync(frame);
        var shown = _plan.Tracks.Select(track => track.Shots.Where(shot => shot.Shows(frame)).ToList()).ToList();
        shown.ForEach(shots => shots.ForEach(shot => Open(shot, frame)));
        OpenAhead(frame);
        var tracks = new FrameTrack[shown.Count];
        for (var i = 0; i < tracks.Length; i++)
        {
            var ready = new List<FrameShot>(2);
            foreach (var planned in shown[i])
            {
                var shot = await _open[planned].WaitAsync(cancellationToken);
                ready.Add(new FrameShot(shot, shot.Clip is null ? null : await shot.Clip.AtAsync(frame - planned.First, cancellationToken)));
            }

            tracks[i] = new FrameTrack(_plan.Tracks[i].Role, ready);
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
        _places.Dispose();
        _stop.Dispose();
    }

    private void OpenAhead(int frame)
    {
        var soon = frame + SecondsAhead * _plan.Canvas.FramesPerSecond;
        var next = _plan.Tracks
            .SelectMany(track => track.Shots)
            .Where(shot => shot.First > frame && shot.First <= soon && FirstWanted(shot) is not null)
            .OrderBy(shot => shot.First)
            .Take(MostAhead);
        foreach (var shot in next)
        {
            Open(shot, FirstWanted(shot)!.Value);
        }
    }

    private async Task CloseAsync(int frame)
    {
        foreach (var passed in _open.Keys.Where(shot => shot.End <= frame).ToList())
        {
            // Frames still under way keep what they need.
            _open.Remove(passed, out var opening);
            await (await opening!).DisposeAsync();
        }
    }

    /// <returns>Null when no frame of the shot will be asked for.</returns>
    private int? FirstWanted(PlannedShot shot)
    {
        foreach (var range in _ranges)
        {
            if (range.Meets(shot.First, shot.End))
            {
                return Math.Max(range.First, shot.First);
            }
        }

        return null;
    }

    private void Open(PlannedShot planned, int first)
    {
        if (!_open.ContainsKey(planned))
        {
            var token = _stop.Token;
            _open[planned] = Task.Run(() => OpenAsync(planned, first, token), token);
        }
    }

    private async Task<Shot> OpenAsync(PlannedShot planned, int first, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await _factory.CreateAsync(planned, first, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }
}
