using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>Answers every call with one body, given out in the pieces that a test chooses: no socket moves the cuts.</summary>
internal sealed class InMemoryBackend : HttpMessageHandler
{
    public Func<Stream> Body { get; set; } = () => new MemoryStream();

    public string MediaType { get; set; } = "text/event-stream";

    public static (InMemoryBackend Backend, BackendClient Client) Start(TimeProvider? clock = null, Action<GatewayOptions>? configure = null)
    {
        var backend = new InMemoryBackend();
        var options = new GatewayOptions { Token = GatewayFixture.Token, ProductVersion = "1.2.3" };
        configure?.Invoke(options);
        var description = BackendDescription.Cloud(new Uri("https://backend.example/"));
        return (backend, BackendClientFactory.Create(description, options, backend, clock ?? TimeProvider.System, NullLoggerFactory.Instance));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.LoadIntoBufferAsync(cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StreamContent(Body()) { Headers = { ContentType = new(MediaType) } },
        };
    }
}
