using System.Text.Json;

namespace VideoCreateAi.TestKit.Published;

/// <summary>The published program at the end of three pipes, with all that it wrote on two of them.</summary>
public sealed class WiredServer : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    private readonly PublishedProgram _program;
    private readonly List<string> _lines = [];
    private int _lastId;

    private WiredServer(PublishedProgram program) => _program = program;

    public int ProcessId => _program.ProcessId;

    /// <summary>Every line of standard output and standard error so far.</summary>
    public IReadOnlyList<string> Written => [.. _lines, .. _program.Errors];

    /// <summary>Arguments and environment of each program that it started, as far as it was seen.</summary>
    public IReadOnlyList<string> Children => _program.Children;

    /// <param name="through">A program and its arguments that start it; null = none.</param>
    public static async Task<WiredServer> StartAsync(IEnumerable<string> arguments, Dictionary<string, string?> environment, IReadOnlyList<string>? through = null)
    {
        var server = new WiredServer(PublishedProgram.Start(arguments, environment, through));
        await server.AskAsync("initialize", """{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}""");
        await server.SayAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return server;
    }

    /// <returns>The result of the tool, which may be an error result.</returns>
    public Task<JsonElement> CallAsync(string tool, string arguments) =>
        AskAsync("tools/call", $$$"""{"name":"{{{tool}}}","arguments":{{{arguments}}},"_meta":{"progressToken":"p{{{_lastId}}}"}}""");

    /// <summary>Writes a line as it is, and returns the next answer of any kind.</summary>
    public async Task<JsonElement> AnswerToAsync(string line)
    {
        await SayAsync(line);
        return await ReadAsync(message => !message.TryGetProperty("method", out _)) ?? throw Ended(line);
    }

    /// <summary>As <see cref="AnswerToAsync"/>, with a line of so many letters that nobody has to hold in memory.</summary>
    public async Task<JsonElement> AnswerToLongLineAsync(long letters)
    {
        var piece = new char[64 * 1024];
        Array.Fill(piece, 'x');
        for (var left = letters; left > 0; left -= piece.Length)
        {
            await _program.Input.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }

        return await AnswerToAsync("");
    }

    /// <summary>Closes its input and reads what it says to the end.</summary>
    public async Task EndAsync()
    {
        _program.Input.Close();
        await ReadAsync(_ => false);
        await _program.WaitForExitAsync();
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private async Task<JsonElement> AskAsync(string method, string parameters)
    {
        var id = ++_lastId;
        await SayAsync($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}} }""");
        var answer = await ReadAsync(message => message.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.GetInt32() == id);
        return (answer ?? throw Ended(method)).GetProperty("result");
    }

    private async Task SayAsync(string line)
    {
        await _program.Input.WriteLineAsync(line);
        await _program.Input.FlushAsync();
    }

    /// <returns>Null when the server ends before such a message.</returns>
    private async Task<JsonElement?> ReadAsync(Func<JsonElement, bool> isWanted)
    {
        using var limit = new CancellationTokenSource(s_limit);
        while (await _program.Output.ReadLineAsync(limit.Token) is { } line)
        {
            _lines.Add(line);
            using var message = JsonDocument.Parse(line);
            if (isWanted(message.RootElement))
            {
                return message.RootElement.Clone();
            }
        }

        return null;
    }

    private InvalidOperationException Ended(string what) =>
        new($"The server ended before it answered {what}. {string.Join('\n', _program.Errors)}");
}
