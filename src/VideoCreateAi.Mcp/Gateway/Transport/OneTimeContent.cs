using System.Net;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>A body that goes out at most once and remembers whether it began to. Only a refusal that says that nothing was
/// done makes it ready to go out again.</summary>
internal abstract class OneTimeContent : HttpContent
{
    private volatile bool _mayHaveLeft;
    private volatile bool _isGoingOut;

    /// <summary>False = no byte of the body can have reached the backend.</summary>
    public bool MayHaveLeft => _mayHaveLeft;

    /// <summary>True once the last byte was handed over.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>For a request that the backend refused without doing anything.</summary>
    /// <returns>False when the body cannot be given again, or is still on its way.</returns>
    public bool TryRearm()
    {
        if (_isGoingOut || !TryRewind())
        {
            return false;
        }

        _mayHaveLeft = false;
        IsComplete = false;
        return true;
    }

    protected abstract bool TryRewind();

    protected abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_mayHaveLeft)
        {
            // A connection pool may try again on its own; a paid request must not go out a second time.
            throw new InvalidOperationException("This body was already sent once.");
        }

        _isGoingOut = true;
        _mayHaveLeft = true;
        try
        {
            await WriteAsync(stream, cancellationToken);
            IsComplete = true;
        }
        finally
        {
            _isGoingOut = false;
        }
    }
}
