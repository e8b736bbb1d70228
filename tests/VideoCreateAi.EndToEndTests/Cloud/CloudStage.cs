using ModelContextProtocol.Client;
using VideoCreateAi.TestKit.Cloud;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>A scripted cloud, and the published program as a user with an empty home starts it against it.</summary>
internal sealed class CloudStage : IAsyncDisposable
{
    private CloudStage(ScriptedCloud cloud)
    {
        Cloud = cloud;
        Directory.CreateDirectory(Server.HomeFolder);
    }

    public ScriptedCloud Cloud { get; }

    public PublishedServer Server { get; } = new();

    public string ClientIdFile => Path.Combine(Server.HomeFolder, ".config", "nemovideo", "client_id");

    public static async Task<CloudStage> BeginAsync(Action<CloudOptions>? configure = null) =>
        new(await ScriptedCloud.StartAsync(await CloudFilm.Made, configure));

    /// <param name="token">A registered user's; null = none is configured.</param>
    public Dictionary<string, string?> Environment(string? token) => BareEnvironment.Of(Server.HomeFolder, "cloud", Cloud.Address, token);

    public Task<McpClient> ConnectAsync(string? token = null, McpClientOptions? options = null) => Server.ConnectAsync(Environment(token), options);

    /// <summary>A picture to hand over.</summary>
    public async Task<string> PictureAsync(string name = "beach.png")
    {
        var path = Path.Combine(Server.InputFolder, name);
        await MediaTools.MakeAsync("-f", "lavfi", "-i", "testsrc2=s=320x240", "-frames:v", "1", path);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Cloud.DisposeAsync();
    }
}
