using System.Net;
using System.Net.Http.Headers;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>A JSON body that goes out at most once and remembers whether it began to.</summary>
internal sealed class SendOnceContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public SendOnceContent(ReadOnlyMemory<byte> json)
    {
        _body = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    /// <summary>False = no byte of the body can have reached the backend.</summary>
    public bool MayHaveLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (MayHaveLeft)
        {
            // A connection pool may try again on its own; a paid request must not go out a second time.
            throw new InvalidOperationException("This body was already sent once.");
        }

        MayHaveLeft = true;
        await stream.WriteAsync(_body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
