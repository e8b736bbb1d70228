using Microsoft.Data.Sqlite;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.Simulation.Checking;

namespace VideoCreateAi.Simulation.Clients;

/// <summary>The files of one machine, emptied between schedules. In memory where the system has a place for that.</summary>
internal sealed class SimulatedDisk : IDisposable
{
    private readonly string _root;

    public SimulatedDisk()
    {
        var memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();
        _root = Path.Combine(memory, $"vca-simulation-{Environment.ProcessId}");
        DataFolder = Path.Combine(_root, "data");
        OutputFolder = Path.Combine(_root, "videos");
        Directory.CreateDirectory(DataFolder);
        Directory.CreateDirectory(OutputFolder);
        var path = Path.Combine(DataFolder, "ledger.db");
        Ledger = SimulatedClient.OpenLedger(path);
        View = new LedgerView(path);
        Held = new HeldFiles(_root);
    }

    public string DataFolder { get; }

    public string OutputFolder { get; }

    public LedgerDatabase Ledger { get; }

    /// <summary>The same file with the eyes of the checker.</summary>
    public LedgerView View { get; }

    public HeldFiles Held { get; }

    public async Task EmptyAsync()
    {
        await Ledger.QueryAsync("SELECT 1", _ => { }, row => row.GetInt32(0), CancellationToken.None);
        View.Clear();
        Held.Forget();
        Delete(OutputFolder);
        foreach (var folder in Directory.GetDirectories(DataFolder))
        {
            Delete(folder);
        }

        File.Delete(Path.Combine(DataFolder, "client_id"));
    }

    public int CountFiles() => Directory.GetFiles(OutputFolder, "*.mp4").Length;

    public void Dispose()
    {
        View.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    private static void Delete(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Delete(file);
        }
    }
}
