using System.Text.Json;
using VideoCreateAi.Mcp.Ledger;
using VideoCreateAi.SafetyTests.Memory;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.SafetyTests.Canary;

/// <summary>What the server begins at the backend before any tool can work is written down too, without the token.</summary>
public sealed class AccountAuditTests : IAsyncLifetime
{
    private readonly CanaryStage _stage = new();
    private HeavyBackend _backend = null!;

    public async Task InitializeAsync() => _backend = await HeavyBackend.StartAsync();

    public async Task DisposeAsync()
    {
        await _backend.DisposeAsync();
        _stage.Dispose();
    }

    [Fact]
    public async Task A_starter_token_and_a_session_leave_a_line_each()
    {
        _backend.StarterToken = _stage.Token.Value;

        var lines = await LinesAfterAsync("edit_video", """{"message":"make it brighter","project_id":"new","wait_seconds":1}""");

        Assert.Equal(["token done ", "session done "], lines.Where(line => !line.StartsWith("edit", StringComparison.Ordinal)));
        Assert.NotNull(_stage.Token.FormIn(await File.ReadAllBytesAsync(Directory.GetFiles(Path.Combine(_stage.DataFolder, "tokens"), "*.json").Single())));
        Assert.Null(_stage.Token.FormIn(await File.ReadAllBytesAsync(Path.Combine(_stage.DataFolder, AuditTrail.FileName))));
    }

    [Fact]
    public async Task A_starter_token_that_nobody_gives_leaves_one_too()
    {
        var lines = await LinesAfterAsync("get_credits", "{}");

        Assert.Equal(["token failed rate_limited"], lines);
    }

    private async Task<string[]> LinesAfterAsync(string tool, string arguments)
    {
        var environment = _stage.Environment(_backend.Address.AbsoluteUri);
        environment["NEMO_TOKEN"] = null;
        await using var server = await WiredServer.StartAsync(_stage.Arguments(), environment);
        await server.CallAsync(tool, arguments);
        await server.EndAsync();
        return [.. (await File.ReadAllLinesAsync(Path.Combine(_stage.DataFolder, AuditTrail.FileName))).Select(line => Told(JsonElement.Parse(line)))];
    }

    private static string Told(JsonElement line) =>
        $"{line.GetProperty("effect")} {line.GetProperty("outcome")} {(line.TryGetProperty("code", out var code) ? code.GetString() : "")}";
}
