using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Simulation.Clients;

namespace VideoCreateAi.Simulation.Model;

/// <summary>A reply's bytes on their way to a process, each piece at its time.</summary>
internal sealed class ModelBody(World world, SimulatedProcess process, ModelReply reply) : ForwardStream
{
    private readonly TimeSpan _begun = world.Clock.Elapsed;
    private int _piece;
    private int _offset;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        world.CheckThread();
        cancellationToken.ThrowIfCancellationRequested();
        if (_piece == reply.Pieces.Count)
        {
            return await EndAsync(cancellationToken);
        }

        var (at, bytes) = reply.Pieces[_piece];
        var wait = _begun + at - world.Clock.Elapsed;
        if (wait > TimeSpan.Zero)
        {
            await process.NetworkDelayAsync(wait, cancellationToken);
        }

        var count = Math.Min(buffer.Length, bytes.Length - _offset);
        bytes.AsSpan(_offset, count).CopyTo(buffer.Span);
        _offset += count;
        if (_offset == bytes.Length)
        {
            (_piece, _offset) = (_piece + 1, 0);
        }

        return count;
    }

    private async ValueTask<int> EndAsync(CancellationToken cancellationToken)
    {
        switch (reply.End)
        {
            case BodyEnd.Clean:
                return 0;

            case BodyEnd.Broken:
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The connection was reset.");

            default:
                await process.NetworkDelayAsync(Timeout.InfiniteTimeSpan, cancellationToken);
                return 0;
        }
    }
}
