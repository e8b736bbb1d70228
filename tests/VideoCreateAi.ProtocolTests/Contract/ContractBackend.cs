using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.ProtocolTests.Contract;

/// <summary>A backend that the contract is held against, and a client of it.</summary>
public abstract class ContractBackend : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal BackendClient Client { get; private set; } = null!;

    internal SentBytes Sent { get; private set; } = null!;

    /// <summary>A message that puts uploaded pictures on the timeline.</summary>
    public abstract string FirstMessage { get; }

    /// <summary>A message that changes the timeline.</summary>
    public abstract string EditMessage { get; }

    /// <summary>Whether this backend answers the edit without a word.</summary>
    public abstract bool EditIsSilent { get; }

    /// <summary>A message that makes a render last long enough to be stopped; null = as it is.</summary>
    public virtual string? LongMessage => null;

    public byte[] Picture { get; private set; } = [];

    public virtual async Task InitializeAsync()
    {
        await StartAsync();
        var path = _folder.File("red.png");
        await Studio.MediaMaker.FfmpegAsync("-f", "lavfi", "-i", "color=red:s=320x240", "-frames:v", "1", path);
        Picture = await File.ReadAllBytesAsync(path);
        Sent = new SentBytes(Connect());
        Client = NewClient(Sent, token: null);
    }

    public virtual Task DisposeAsync()
    {
        Client.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    internal BackendClient NewClient(HttpMessageHandler? connection = null, string? token = null)
    {
        var options = new GatewayOptions
        {
            Token = token,
            DataFolder = _folder.File(token is null ? "data" : "other"),
            ProductVersion = "1.2.3",
            SubmitGrace = TimeSpan.Zero,
            RetryDelay = TimeSpan.FromMilliseconds(10),
        };
        return BackendClientFactory.Create(Description, options, connection ?? Connect(), TimeProvider.System, NullLoggerFactory.Instance);
    }

    internal abstract BackendDescription Description { get; }

    private protected abstract HttpMessageHandler Connect();

    private protected abstract Task StartAsync();

    /// <summary>What a finished film of this backend must be; null = it makes one of its own.</summary>
    public virtual byte[]? Film => null;

    private protected async Task<TestKit.Cloud.CloudFilm> MakeFilmAsync()
    {
        var path = _folder.File("film.mp4");
        await Studio.MediaMaker.FfmpegAsync(
            "-f", "lavfi", "-i", "testsrc2=s=180x320:r=25:d=4", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path);
        return new TestKit.Cloud.CloudFilm(await File.ReadAllBytesAsync(path), 4000);
    }
}
