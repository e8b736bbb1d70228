using System.Threading.Channels;

namespace VideoCreateAi.Mcp.Sessions;

/// <summary>The changes from the moment on at which it was opened. Who does not read them keeps nobody waiting: the oldest are dropped.</summary>
internal sealed class ProjectFeed(Action<ProjectFeed> close) : IDisposable
{
    private const int MostWaiting = 256;

    private readonly Channel<ProjectChange> _changes = Channel.CreateBounded<ProjectChange>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public IAsyncEnumerable<ProjectChange> ReadAsync(CancellationToken cancellationToken) => _changes.Reader.ReadAllAsync(cancellationToken);

    public void Add(ProjectChange change) => _changes.Writer.TryWrite(change);

    /// <summary>Ends whoever reads it.</summary>
    public void Dispose()
    {
        close(this);
        _changes.Writer.TryComplete();
    }
}
