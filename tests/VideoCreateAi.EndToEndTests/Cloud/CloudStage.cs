using ModelContextProtocol.Client;
using VideoCreateAi.TestKit;
using VideoCreateAi.TestKit.Cloud;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>A scripted cloud, and the published program as a user with an empty home starts it against it.</summary>
internal sealed class CloudStage : IAsyncDisposable
{
    private static readonly Lazy<Task<CloudFilm>> s_film = new(MakeFilmAsync);

    private CloudStage(ScriptedCloud cloud)
    {
        Cloud = cloud;
        Directory.CreateDirectory(Server.HomeFolder);
    }

    /// <summary>Four seconds of a test picture with a tone.</summary>
    public static Task<CloudFilm> Film => s_film.Value;

    public ScriptedCloud Cloud { get; }

    public PublishedServer Server { get; } = new();

    public string ClientIdFile => Path.Combine(Server.HomeFolder, ".config", "nemovideo", "client_id");

    public static async Task<CloudStage> BeginAsync(Action<CloudOptions>? configure = null) =>
        new(await ScriptedCloud.StartAsync(await Film, configure));

    /// <param name="token">A registered user's; null = none is configured.</param>
    public Dictionary<string, string?> Environment(string? token) => new()
    {
        ["HOME"] = Server.HomeFolder,
        ["XDG_DATA_HOME"] = null,
        ["XDG_CONFIG_HOME"] = null,
        ["NEMO_API_URL"] = Cloud.Address.AbsoluteUri,
        ["NEMO_WEB_URL"] = null,
        ["NEMO_TOKEN"] = token,
        ["NEMO_CLIENT_ID"] = null,
        ["SKILL_SOURCE"] = null,
        ["VIDEOCREATEAI_BACKEND"] = "cloud",
    };

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

    private static async Task<CloudFilm> MakeFilmAsync()
    {
        const int Seconds = 4;
        using var folder = new TempFolder();
        var path = folder.File("film.mp4");
        await MediaTools.MakeAsync(
            "-f", "lavfi", "-i", $"testsrc2=s={CloudFilm.Width}x{CloudFilm.Height}:r=25:d={Seconds}", "-f", "lavfi", "-i", $"sine=f=440:d={Seconds}",
            "-pix_fmt", "yuv420p", "-movflags", "+faststart", path);
        return new CloudFilm(await File.ReadAllBytesAsync(path), Seconds * 1000);
    }
}
