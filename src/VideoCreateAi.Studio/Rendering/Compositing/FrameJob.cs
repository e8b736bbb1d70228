namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>One frame of the output on its way through the workers.</summary>
internal sealed class FrameJob(int number, PlanarPicture target, IReadOnlyList<FrameTrack> tracks)
{
    private readonly TaskCompletionSource _composed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Number { get; } = number;

    public PlanarPicture Target { get; } = target;

    public IReadOnlyList<FrameTrack> Tracks { get; } = tracks;

    /// <summary>Sprites of text, already chosen for this frame.</summary>
    public IReadOnlyList<FrameSprite> Sprites { get; init; } = [];

    public Task Composed => _composed.Task;

    public void Finish(Exception? failure)
    {
        foreach (var shot in Tracks.SelectMany(track => track.Shots))
        {
            shot.ClipFrame?.Release();
        }

        if (failure is null)
        {
            _composed.TrySetResult();
        }
        else
        {
            _composed.TrySetException(failure);
        }
    }
}
