using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using VideoCreateAi.TestKit.Published;

namespace VideoCreateAi.FarmTests;

/// <summary>The published program as a node of a farm, in a process of its own that can be killed, frozen and asked to go.</summary>
internal sealed class FarmNode(string name, string role, string folder, IReadOnlyDictionary<string, string?> environment) : IAsyncDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private PublishedProgram? _program;

    public string Name => name;

    public int ProcessId => _program?.ProcessId ?? 0;

    public bool Runs => _program is { HasExited: false };

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    public string Folder => Path.Combine(folder, name);

    public string Said => string.Join('\n', _program?.Errors ?? []);

    /// <param name="through">What stands before the command; null = nothing.</param>
    public async Task StartAsync(IReadOnlyList<string>? through = null)
    {
        await StopAsync();
        Directory.CreateDirectory(Folder);
        _program = PublishedProgram.Start(
            [PublishedProgram.Library, "studio", "--role", role, "--urls", Address.GetLeftPart(UriPartial.Authority), "--data", Folder, "--node", name],
            new Dictionary<string, string?>(environment), through);
        await ReadyAsync();
    }

    public async Task ReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var begun = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                using var reply = await http.GetAsync(new Uri(Address, "readyz"));
                if (reply.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                // It starts.
            }

            Assert.False(_program!.HasExited, $"{name} ended: {Said}");
            Assert.True(Stopwatch.GetElapsedTime(begun) < s_limit, $"{name} did not get ready: {Said}");
            await Task.Delay(100);
        }
    }

    /// <summary>As the kernel kills: nothing of it runs any more, and nobody was told.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(ProcessId);
        process.Kill();
        await process.WaitForExitAsync();
    }

    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>As a deployment does: asks it to go and waits until it has gone.</summary>
    public async Task DrainAsync()
    {
        await SignalAsync("TERM");
        await _program!.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task StopAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
