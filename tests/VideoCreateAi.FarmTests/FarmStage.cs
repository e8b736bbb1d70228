using System.Diagnostics;
using System.Text.Json;
using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.FarmTests;

/// <summary>A farm on this machine: a database, a folder for blobs, two API nodes, three workers, and two projects to render.</summary>
public sealed class FarmStage : IAsyncLifetime
{
    private readonly TempFolder _folder = new();

    internal PostgresServer Database { get; private set; } = null!;

    internal IReadOnlyList<FarmNode> Apis { get; private set; } = [];

    internal IReadOnlyList<FarmNode> Workers { get; private set; } = [];

    internal FarmClient Client { get; private set; } = null!;

    internal string BlobFolder => _folder.File("blobs");

    internal IReadOnlyList<string> Pictures { get; private set; } = [];

    /// <summary>24 seconds, made in parts.</summary>
    internal (string Session, JsonElement Draft) Long { get; private set; }

    /// <summary>5 seconds, made in one go.</summary>
    internal (string Session, JsonElement Draft) Short { get; private set; }

    internal IReadOnlyDictionary<string, string?> Environment { get; private set; } = new Dictionary<string, string?>();

    public async Task InitializeAsync()
    {
        Database = await PostgresServer.StartAsync();
        Directory.CreateDirectory(BlobFolder);
        Environment = new Dictionary<string, string?>
        {
            ["HOME"] = _folder.Path, ["XDG_DATA_HOME"] = null, ["XDG_CONFIG_HOME"] = null, ["NEMO_TOKEN"] = null, ["VIDEOCREATEAI_BACKEND"] = null,
            ["VIDEOCREATEAI_DB"] = Database.ConnectionString, ["VIDEOCREATEAI_BLOBS"] = $"file:{BlobFolder}",
        };
        Apis = [.. Enumerable.Range(1, 2).Select(number => Node($"api{number}", "api"))];
        Workers = [.. Enumerable.Range(1, 3).Select(number => Node($"worker{number}", "worker"))];
        await Apis[0].StartAsync();
        await Task.WhenAll([Apis[1].StartAsync(), .. Workers.Select(worker => worker.StartAsync())]);
        Client = new FarmClient(Apis, await AddUserAsync("anna", "--most-renders", "50"));
        Pictures = [.. await Task.WhenAll(Enumerable.Range(0, 3).Select(PictureAsync))];
        Long = await ProjectAsync(Pictures, "8 seconds each, slow zoom, calm music");
        Short = await ProjectAsync(Pictures.Take(1), "5 seconds, slow zoom");
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        foreach (var node in Apis.Concat(Workers))
        {
            await node.DisposeAsync();
        }

        await Database.DisposeAsync();
        _folder.Dispose();
    }

    internal FarmNode Node(string name, string role) => new(name, role, _folder.Path, Environment);

    /// <summary>Runs a command of whoever runs the farm.</summary>
    /// <returns>What it printed.</returns>
    internal async Task<string> AdministerAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [TestKit.Published.PublishedProgram.Library, "studio", .. words]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (said, faults) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await faults);
        return (await said).Trim();
    }

    internal Task<string> AddUserAsync(string name, params string[] limits) => AdministerAsync(["user", "add", name, .. limits]);

    /// <summary>Files of a render that lie where the nodes share them.</summary>
    internal IReadOnlyList<string> FilesOf(string renderId) => Directory.Exists(Path.Combine(BlobFolder, "renders"))
        ? [.. Directory.GetFiles(Path.Combine(BlobFolder, "renders"), renderId + "-*")]
        : [];

    /// <summary>Starts what an earlier schedule ended.</summary>
    internal async Task ReviveAsync()
    {
        await Task.WhenAll(Apis.Concat(Workers).Where(node => !node.Runs).Select(node => node.StartAsync()));
        await Task.WhenAll(Apis.Concat(Workers).Select(node => node.ReadyAsync()));
    }

    internal async Task SubmitAsync(string id, (string Session, JsonElement Draft) project, RenderOutput output)
    {
        using var reply = await Client.SubmitAsync(id, project.Session, project.Draft, output);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync());
    }

    private async Task<(string, JsonElement)> ProjectAsync(IEnumerable<string> pictures, string message)
    {
        var session = await Client.CreateProjectAsync(pictures, message);
        return (session, (await Client.StateAsync(session)).Draft!.Value);
    }

    private async Task<string> PictureAsync(int number)
    {
        var path = _folder.File($"picture{number}.png");
        using var process = Process.Start("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", $"testsrc2=s=1280x720:d=1,hue=h={number * 80}", "-frames:v", "1", "-y", path]);
        await process.WaitForExitAsync();
        return path;
    }
}
