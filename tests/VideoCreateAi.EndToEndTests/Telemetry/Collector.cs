using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VideoCreateAi.EndToEndTests.Telemetry;

/// <summary>Takes OTLP over HTTP on this machine and keeps every body as it came.</summary>
internal sealed class Collector : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, string Body)> _received = new();

    public Collector()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _ = ListenAsync();
    }

    public string Address { get; }

    /// <summary>As whoever collects telemetry sets a process up, but sooner.</summary>
    public Dictionary<string, string?> Environment => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
    };

    /// <summary>All metrics so far: names and texts stand in them as they are.</summary>
    public string Metrics => Bodies("/v1/metrics");

    public string Spans => Bodies("/v1/traces");

    public async Task UntilAsync(Func<Collector, bool> seen)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!seen(this))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < s_limit, $"Not all came: {Metrics}\n{Spans}");
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    public void Dispose() => _listener.Close();

    private string Bodies(string path) => string.Concat(_received.Where(request => request.Path == path).Select(request => request.Body));

    private async Task ListenAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.Latin1.GetString(body.ToArray())));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                // Closed, or a client that went away.
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
