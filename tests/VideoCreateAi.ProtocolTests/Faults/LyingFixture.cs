using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.ProtocolTests.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Faults;

/// <summary>A client and the backend of raw bytes that it speaks to.</summary>
internal sealed class LyingFixture : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private LyingFixture(Action<GatewayOptions>? configure, TimeProvider? clock)
    {
        Server = LyingBackend.Start();
        Client = GatewayFixture.NewClient(Server.Address, _folder, configure, clock);
    }

    public LyingBackend Server { get; }

    public BackendClient Client { get; }

    public static LyingFixture Start(Action<GatewayOptions>? configure = null, TimeProvider? clock = null) => new(configure, clock);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _folder.Dispose();
        await Server.DisposeAsync();
    }
}
