using System.Diagnostics;
using System.Globalization;
using System.Text;
using VideoCreateAi.SafetyTests.Canary;
using VideoCreateAi.SafetyTests.Memory;
using VideoCreateAi.TestKit.Published;
using Xunit.Abstractions;

namespace VideoCreateAi.SafetyTests.Http;

/// <summary>500 connections that send a letter now and then and 500 that send nothing, while a client works. Release size, which goes on
/// for 30 seconds: VIDEOCREATEAI_SAFETY=3 before <c>dotnet test tests/VideoCreateAi.SafetyTests -c Release --filter SlowConnectionsTests</c>.</summary>
public sealed class SlowConnectionsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Slow = 500;
    private const int Idle = 500;

    // Longer than the server waits for the head of a request, so that each slow connection has met its end once.
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(Math.Min(12 * ProofSize.Times, 30));
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly CanaryStage _stage = new();
    private HeavyBackend _backend = null!;
    private ServedProgram _served = null!;

    public async Task InitializeAsync()
    {
        _backend = await HeavyBackend.StartAsync();
        _served = await ServedProgram.StartAsync(_stage, _backend.Address);
    }

    public async Task DisposeAsync()
    {
        await _served.DisposeAsync();
        await _backend.DisposeAsync();
        _stage.Dispose();
    }

    [Fact]
    public async Task Whoever_is_honest_is_served_and_whoever_is_slow_is_let_go()
    {
        await _served.CallAsync("list_projects", "{}");
        await using var crowd = new SlowCrowd(_served.Address.Port, s_beat, [Head(isWhole: false), Head(isWhole: true)]);
        await crowd.ComeAsync(Slow, Idle);

        List<double> times = [];
        var begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < s_time)
        {
            var asked = Stopwatch.GetTimestamp();
            var answer = await _served.CallAsync(times.Count % 2 == 0 ? "list_projects" : "get_credits", "{}");
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            Assert.Contains("\"result\"", answer, StringComparison.Ordinal);
        }

        await crowd.AllWereLetGoAsync().WaitAsync(s_limit);
        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Slow} slow (let go {crowd.LetGo} times, each came again) and {Idle} idle connections for {s_time.TotalSeconds:0} s: {times.Count} honest calls, p50 {times[times.Count / 2]:0.0} ms, p99 {times[times.Count * 99 / 100]:0.0} ms, longest {times[^1]:0.0} ms; {ProcessFacts.Peak(_served.Program.ProcessId):0} MB at most"));
        Assert.InRange(times.Count, 20, int.MaxValue);
        _stage.AssertNowhere(_stage.Token, [.. _served.Program.Errors, .. _served.Program.Children]);
    }

    /// <param name="isWhole">Then it is the body that comes slowly, of a request that is allowed.</param>
    private byte[] Head(bool isWhole) => Encoding.ASCII.GetBytes(
        $"POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:{_served.Address.Port}\r\nAuthorization: Bearer {_served.Token}\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
        + (isWhole ? "Content-Length: 100000\r\n\r\n{\"" : "X-Slow: "));
}
