using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Gateway;

/// <summary>A client and the scripted backend that it speaks to.</summary>
internal sealed class GatewayFixture : IAsyncDisposable
{
    public const string Token = "nmv_usr_test";

    private readonly TempFolder _folder;
    private readonly bool _ownsFolder;

    private GatewayFixture(ScriptedBackend server, BackendClient client, TempFolder folder, bool ownsFolder)
    {
        Server = server;
        Client = client;
        _folder = folder;
        _ownsFolder = ownsFolder;
    }

    public ScriptedBackend Server { get; }

    public BackendClient Client { get; }

    /// <param name="folder">A data folder shared with another fixture; null = its own.</param>
    public static async Task<GatewayFixture> StartAsync(
        Action<GatewayOptions>? configure = null, TimeProvider? clock = null, TempFolder? folder = null)
    {
        var server = await ScriptedBackend.StartAsync();
        var data = folder ?? new TempFolder();
        return new GatewayFixture(server, NewClient(server.Address, data, configure, clock), data, folder is null);
    }

    public static BackendClient NewClient(
        Uri address, TempFolder data, Action<GatewayOptions>? configure = null, TimeProvider? clock = null)
    {
        var options = new GatewayOptions
        {
            BaseAddress = address,
            Token = Token,
            DataFolder = data.Path,
            ProductVersion = "1.2.3",
            Platform = "cursor",
            RetryDelay = TimeSpan.FromMilliseconds(10),
            UploadGrace = TimeSpan.Zero,
        };
        configure?.Invoke(options);
        return BackendClientFactory.ForNetwork(
            BackendDescription.At(address), options, clock ?? TimeProvider.System, NullLoggerFactory.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }

        await Server.DisposeAsync();
    }
}
