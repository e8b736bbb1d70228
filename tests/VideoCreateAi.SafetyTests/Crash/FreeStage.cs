using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The published program with the studio on its own machine, which is the one that is watched.</summary>
internal sealed class FreeStage : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private PublishedProgram? _program;

    public FreeStage()
    {
        Page = new FaultPage(_folder.File("page"));
        Directory.CreateDirectory(_folder.File("in"));
    }

    public FaultPage Page { get; }

    public string DataFolder => _folder.File("data");

    public string OutputFolder => _folder.File("out");

    public PublishedProgram Program => _program!;

    public async Task StartAsync() => _program = await PublishedProgram.StartAsync(
        ["dotnet", PublishedProgram.Library, "--data", DataFolder, "--output", OutputFolder, "--allow-dir", _folder.File("in")],
        new Dictionary<string, string?>
        {
            ["HOME"] = _folder.Path,
            ["XDG_DATA_HOME"] = null,
            ["XDG_CONFIG_HOME"] = null,
            ["NEMO_TOKEN"] = null,
            ["VIDEOCREATEAI_BACKEND"] = "studio",
            ["LD_PRELOAD"] = FaultLibrary.Path,
            ["FAULT_PAGE"] = Page.Path,
            ["FAULT_FOLDERS"] = DataFolder,
            ["FAULT_PROGRAM"] = "studio",
        });

    /// <summary>A picture, an edit and its export, to the end: all that the studio does for a video.</summary>
    public async Task<ToolReply> MakeAsync(int number)
    {
        var picture = Path.Combine(_folder.File("in"), Flow.Name(number));
        await File.WriteAllBytesAsync(picture, SmallPicture.Png);
        var reply = await Program.CallAsync("create_video", new JsonObject
        {
            ["project_id"] = "new", ["text"] = $"make a 1 second video of this picture without music {Mark(number)} and export it in 480p", ["files"] = new JsonArray(picture), ["wait_seconds"] = 100,
        });
        while (reply.Status == "running")
        {
            reply = (await Program.CallAsync("check_job", new JsonObject { ["job_id"] = reply.JobId, ["wait_seconds"] = 100 })).Job();
        }

        return reply;
    }

    /// <summary>Words of the edit with this number and of no other.</summary>
    public static string Mark(int number) => $"for customer c{number}x";

    /// <summary>The studio's process, once it answers.</summary>
    public async Task<int> StudioAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(DataFolder, "studio.sock")), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var reply = JsonDocument.Parse(await http.GetStringAsync(new Uri("http://studio/studio/version")));
        return reply.RootElement.GetProperty("data").GetProperty("pid").GetInt32();
    }

    public List<string> Rows(string sql)
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "studio.db")};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        List<string> found = [];
        while (rows.Read())
        {
            found.Add(rows.GetString(0));
        }

        return found;
    }

    /// <summary>All files of a folder below the data directory, by their paths in it.</summary>
    public IReadOnlyList<string> Files(string folder) => Directory.Exists(Path.Combine(DataFolder, folder))
        ? [.. Directory.GetFiles(Path.Combine(DataFolder, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(path => Path.GetRelativePath(Path.Combine(DataFolder, folder), path)).Order(StringComparer.Ordinal)]
        : [];

    public async Task EndStudioAsync()
    {
        try
        {
            using var studio = Process.GetProcessById(await StudioAsync());
            studio.Kill();
            await studio.WaitForExitAsync();
        }
        catch (Exception gone) when (gone is ArgumentException or HttpRequestException or InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        await EndStudioAsync();
        Page.Dispose();
        _folder.Dispose();
    }
}
