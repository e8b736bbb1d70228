using System.Net.Http.Headers;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>A JSON body, or none, that goes out at most once.</summary>
internal sealed class SendOnceContent : OneTimeContent
{
    private readonly ReadOnlyMemory<byte> _body;

    public SendOnceContent(ReadOnlyMemory<byte> json)
    {
        _body = json;
        Headers.ContentType = json.IsEmpty ? null : new MediaTypeHeaderValue("application/json");
    }

    protected override bool TryRewind() => true;

    protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) =>
        stream.WriteAsync(_body, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
