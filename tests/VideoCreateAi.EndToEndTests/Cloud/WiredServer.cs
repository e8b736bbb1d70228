using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace VideoCreateAi.EndToEndTests.Cloud;

/// <summary>The published program at the end of three pipes, with all that it wrote on two of them.</summary>
internal sealed class WiredServer : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly List<string> _lines = [];
    private int _lastId;

    private WiredServer(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    public int ProcessId => _process.Id;

    /// <summary>Every line of standard output and standard error so far.</summary>
    public IReadOnlyList<string> Written => [.. _lines, .. _errors];

    public static async Task<WiredServer> StartAsync(IEnumerable<string> arguments, Dictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            if (value is null)
            {
                start.Environment.Remove(name);
            }
            else
            {
                start.Environment[name] = value;
            }
        }

        var server = new WiredServer(Process.Start(start)!);
        await server.AskAsync("initialize", """{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}""");
        await server.SayAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return server;
    }

    /// <returns>The result of the tool, which may be an error result.</returns>
    public Task<JsonElement> CallAsync(string tool, string arguments) =>
        AskAsync("tools/call", $$$"""{"name":"{{{tool}}}","arguments":{{{arguments}}},"_meta":{"progressToken":"p{{{_lastId}}}"}}""");

    /// <summary>Closes its input and reads what it says to the end.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
        }

        using var limit = new CancellationTokenSource(s_limit);
        await _process.WaitForExitAsync(limit.Token);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonElement> AskAsync(string method, string parameters)
    {
        var id = ++_lastId;
        await SayAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}} }""");
        using var limit = new CancellationTokenSource(s_limit);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            _lines.Add(line);
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
            {
                return message.RootElement.GetProperty("result").Clone();
            }
        }

        throw new InvalidOperationException($"The server ended before it answered {method}. {string.Join('\n', _errors)}");
    }

    private async Task SayAsync(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
    }
}
