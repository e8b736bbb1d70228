using ModelContextProtocol.Client;
using VideoCreateAi.TestKit;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.EndToEndTests;

/// <summary>The published program with folders of its own, and clients that start it as an IDE would.</summary>
public sealed class PublishedServer : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<McpClient> _clients = [];

    public static string Library { get; } = Path.Combine(Repository.Root, "artifacts", "publish", "videocreateai.dll");

    public string DataFolder => _folder.File("data");

    public string OutputFolder => _folder.File("out");

    /// <summary>An allowed input folder.</summary>
    public string InputFolder { get; private init; }

    /// <summary>A home for programs that are not to see the user's own; made by whoever uses it.</summary>
    public string HomeFolder => _folder.File("home");

    public PublishedServer()
    {
        InputFolder = Directory.CreateDirectory(_folder.File("in")).FullName;
    }

    public string[] Arguments => [Library, "--data", DataFolder, "--output", OutputFolder, "--allow-dir", InputFolder];

    public async Task<McpClient> ConnectAsync(Dictionary<string, string?>? environment = null, McpClientOptions? options = null)
    {
        var client = await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
        {
            Name = "videocreateai",
            Command = "dotnet",
            Arguments = Arguments,
            WorkingDirectory = "/",
            EnvironmentVariables = environment ?? [],
        }), options);
        _clients.Add(client);
        return client;
    }

    /// <summary>The studio's process id as it answers on its socket.</summary>
    public Task<int> StudioProcessIdAsync() => StudioProcess.IdAsync(DataFolder);

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        await StudioProcess.EndAsync(DataFolder);
        _folder.Dispose();
    }
}
