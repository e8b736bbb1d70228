using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using VideoCreateAi.Mcp.Gateway;
using VideoCreateAi.Mcp.Gateway.Turns;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Benchmarks;

/// <summary>One kind of call through the gateway, small ones first and then, if asked for, one large one.</summary>
internal static class MemoryCase
{
    public const long UploadBytes = 500L * 1024 * 1024;
    public const long LineBytes = 200L * 1024 * 1024;
    public const long DownloadBytes = 500L * 1024 * 1024;

    private const long SmallBytes = 16 * 1024;
    private const int WarmUps = 5;

    private static readonly Dictionary<string, Func<BackendClient, string, bool, Task>> s_cases = new()
    {
        ["upload of 500 MB"] = UploadAsync,
        ["stream with a line of 200 MB"] = ReadLineAsync,
        ["download of 500 MB"] = DownloadAsync,
    };

    public static IEnumerable<string> Names => s_cases.Keys;

    /// <returns>The most memory that this process ever had resident, in MB.</returns>
    public static async Task<double> RunAsync(string name, Uri address, bool isLarge)
    {
        var folder = Directory.CreateTempSubdirectory("vca-memory-").FullName;
        try
        {
            var options = new GatewayOptions { BaseAddress = address, Token = "nmv_usr_benchmark", DataFolder = folder, ProductVersion = "1.0.0" };
            using var client = BackendClientFactory.ForNetwork(BackendDescription.At(address), options, TimeProvider.System, NullLoggerFactory.Instance);
            for (var i = 0; i < WarmUps; i++)
            {
                await s_cases[name](client, folder, false);
            }

            if (isLarge)
            {
                await s_cases[name](client, folder, true);
            }

            return HighWaterMark();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task UploadAsync(BackendClient client, string folder, bool isLarge)
    {
        var length = isLarge ? UploadBytes : SmallBytes;
        var path = Path.Combine(folder, "upload.bin");
        await using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
        {
            file.SetLength(length);
            await client.UploadAsync("s1", new UploadContent("a.mp4", "video/mp4", file, length), null, CancellationToken.None);
        }

        File.Delete(path);
    }

    private static async Task ReadLineAsync(BackendClient client, string folder, bool isLarge)
    {
        var outcome = await client.RunTurnAsync("s1", isLarge ? "large" : "small", null, CancellationToken.None);
        if (outcome is not TurnOutcome.Lost { Loss: TurnLoss.TooMuch } && isLarge)
        {
            throw new InvalidOperationException($"The line was read as {outcome}.");
        }
    }

    private static async Task DownloadAsync(BackendClient client, string folder, bool isLarge)
    {
        var path = Path.Combine(folder, "download.bin");
        await using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
        {
            var status = new RenderStatus { Id = isLarge ? "large" : "small", Status = RenderStatus.Completed };
            await client.DownloadRenderAsync(status, new DownloadTarget(file), CancellationToken.None);
            var expected = isLarge ? DownloadBytes : SmallBytes;
            if (file.Length != expected)
            {
                throw new InvalidOperationException($"{file.Length} bytes came instead of {expected}.");
            }
        }

        File.Delete(path);
    }

    private static double HighWaterMark()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kilobytes = line.AsSpan(6).Trim();
        return double.Parse(kilobytes[..kilobytes.IndexOf(' ')], CultureInfo.InvariantCulture) / 1024;
    }
}
