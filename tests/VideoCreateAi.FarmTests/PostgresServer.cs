using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace VideoCreateAi.FarmTests;

/// <summary>A real PostgreSQL of the test's own, on a port of this machine, in a folder that goes with it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    public const string Owner = "postgres";

    // It refuses to run as root.
    private static readonly bool s_isRoot = Environment.UserName == "root";
    private static readonly string s_programs = ProgramFolder();

    private readonly string _folder = Directory.CreateTempSubdirectory("vca-pg-").FullName;
    private readonly int _port = FreePort();

    public string ConnectionString => For("studio");

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        if (s_isRoot)
        {
            await RunAsync("chown", Owner, server._folder);
        }

        await AsOwnerAsync("initdb", "-D", server.Data, "-A", "trust", "-U", Owner, "--no-sync");
        await server.StartServerAsync();
        await server.ExecuteAsync("CREATE DATABASE studio", "postgres");
        return server;
    }

    /// <summary>Pulls its plug and starts it again.</summary>
    public async Task CrashAsync(TimeSpan away)
    {
        await AsOwnerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        await Task.Delay(away);
        await StartServerAsync();
    }

    /// <param name="user">A role that has no password: everybody here is trusted.</param>
    public string For(string database, string user = Owner) => $"Host=127.0.0.1;Port={_port};Database={database};Username={user}";

    public async Task ExecuteAsync(string sql, string database = "studio")
    {
        await using var connection = new NpgsqlConnection(For(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows of a query, each value as text.</summary>
    public async Task<IReadOnlyList<string[]>> QueryAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string[]> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)!)]);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await AsOwnerAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Data => Path.Combine(_folder, "data");

    private Task StartServerAsync() => AsOwnerAsync(
        "pg_ctl", "-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -k {_folder}", "start");

    private static Task AsOwnerAsync(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(s_programs, program), .. arguments];
        return s_isRoot ? RunAsync("runuser", ["-u", Owner, "--", .. command]) : RunAsync(command[0], command[1..]);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // What it starts outlives it and would hold on to a pipe.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static string ProgramFolder()
    {
        const string Debian = "/usr/lib/postgresql";
        return Directory.Exists(Debian)
            ? Path.Combine(Directory.GetDirectories(Debian).OrderDescending().First(), "bin")
            : "";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
