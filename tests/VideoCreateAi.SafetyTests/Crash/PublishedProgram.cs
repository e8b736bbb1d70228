using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Started = VideoCreateAi.TestKit.Published.PublishedProgram;

namespace VideoCreateAi.SafetyTests.Crash;

/// <summary>The published program as a client starts it, at the end of three pipes.</summary>
internal sealed class PublishedProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(10);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Task _reading;
    private int _lastId;

    private PublishedProgram(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        _reading = ReadAsync();
    }

    public static string Library => Started.Library;

    public int ProcessId => _process.Id;

    /// <summary>From its start to its first answer that needed the ledger.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public string Errors => string.Join('\n', _errors);

    /// <summary>Completes when it is gone.</summary>
    public Task Gone => _reading;

    /// <param name="command">The program and what stands before its own arguments.</param>
    /// <exception cref="ProgramGoneException">It ended before it was ready.</exception>
    public static async Task<PublishedProgram> StartAsync(IReadOnlyList<string> command, IReadOnlyDictionary<string, string?> environment)
    {
        var begun = Stopwatch.GetTimestamp();
        var program = new PublishedProgram(Started.StartPiped(command, environment));
        try
        {
            await program.AskAsync("initialize", JsonNode.Parse("""{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}""")!);
            await program.SayAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/initialized" });
            await program.CallAsync("check_job", []);
            program.ReadyAfter = Stopwatch.GetElapsedTime(begun);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="ProgramGoneException">It ended before it answered.</exception>
    public async Task<ToolReply> CallAsync(string tool, JsonObject arguments) =>
        ToolReply.Of(await AskAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments.DeepClone() }));

    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    /// <summary>As a client ends it.</summary>
    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(s_limit);
        await _reading.WaitAsync(s_limit);
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
        _gate.Dispose();
    }

    private async Task<JsonElement> AskAsync(string method, JsonNode parameters)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = _asked[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_reading.IsCompleted)
        {
            throw new ProgramGoneException(Errors);
        }

        await SayAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        return await answer.Task.WaitAsync(s_limit);
    }

    private async Task SayAsync(JsonObject message)
    {
        await _gate.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(message.ToJsonString());
            await _process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It is gone: whoever waits for its answer hears so.
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("id", out var id) && _asked.TryRemove(id.GetInt32(), out var asked))
            {
                asked.SetResult(message.RootElement.GetProperty("result").Clone());
            }
        }

        foreach (var id in _asked.Keys)
        {
            if (_asked.TryRemove(id, out var asked))
            {
                asked.SetException(new ProgramGoneException(Errors));
            }
        }
    }
}
