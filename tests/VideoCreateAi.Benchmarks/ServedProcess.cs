using System.Diagnostics;
using System.Globalization;

namespace VideoCreateAi.Benchmarks;

/// <summary>An MCP server over standard input and output, asked line by line by its clock.</summary>
internal sealed class ServedProcess : IDisposable
{
    private const string Initialize =
        """{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"benchmark","version":"1"}}}""";

    private const string Initialized = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private readonly Process _process;
    private int _calls;

    private ServedProcess(Process process) => _process = process;

    /// <summary>From before the start of the process to its answer to <c>initialize</c>.</summary>
    public TimeSpan Start { get; private set; }

    /// <summary>What is resident, shared pages included, in MB.</summary>
    public double ResidentMegabytes => double.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    public static async Task<ServedProcess> StartAsync(IReadOnlyList<string> command, string dataFolder)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["VIDEOCREATEAI_DATA"] = dataFolder;
        var began = Stopwatch.GetTimestamp();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        process.BeginErrorReadLine();
        var server = new ServedProcess(process);
        await server.AskAsync(Initialize);
        server.Start = Stopwatch.GetElapsedTime(began);
        await process.StandardInput.WriteLineAsync(Initialized);
        await process.StandardInput.FlushAsync();
        return server;
    }

    public async Task<TimeSpan> CallAsync(string method, string parameters)
    {
        var began = Stopwatch.GetTimestamp();
        await AskAsync($$"""{"jsonrpc":"2.0","id":{{++_calls}},"method":"{{method}}","params":{{parameters}}}""");
        return Stopwatch.GetElapsedTime(began);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task AskAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        string? answer;
        do
        {
            answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended.");
        }
        while (!answer.Contains("\"result\"", StringComparison.Ordinal));
    }
}
