using System.Net;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>Keeps the bodies of JSON requests as they went out.</summary>
internal sealed class SentBytes(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private readonly List<(string Path, MemoryStream Body)> _bodies = [];

    public IReadOnlyList<byte[]> To(string path)
    {
        lock (_bodies)
        {
            return [.. _bodies.Where(sent => sent.Path == path).Select(sent => sent.Body.ToArray())];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { Headers.ContentType.MediaType: "application/json" } content)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var copy = new MemoryStream();
        lock (_bodies)
        {
            _bodies.Add((request.RequestUri!.AbsolutePath, copy));
        }

        request.Content = new Doubled(content, copy);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // The sender asks its own content afterwards whether it left.
            request.Content = content;
        }
    }

    private sealed class Doubled : HttpContent
    {
        private readonly HttpContent _content;
        private readonly MemoryStream _copy;

        public Doubled(HttpContent content, MemoryStream copy)
        {
            _content = content;
            _copy = copy;
            foreach (var (name, values) in content.Headers)
            {
                Headers.TryAddWithoutValidation(name, values);
            }
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await _content.CopyToAsync(_copy);
            await stream.WriteAsync(_copy.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? 0;
            return _content.Headers.ContentLength is not null;
        }
    }
}
