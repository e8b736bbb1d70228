using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A clip's frame that several frames of the output may show; goes back to its pool with the last release.</summary>
internal sealed class SharedFrame(PlanarPicture picture, Action<SharedFrame> giveBack)
{
    private int _users;

    public PlanarPicture Picture { get; } = picture;

    public void Take() => Interlocked.Increment(ref _users);

    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            giveBack(this);
        }
    }
}
