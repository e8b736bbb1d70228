using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using VideoCreateAi.Studio.Telemetry;

namespace VideoCreateAi.Mcp.Hosting.Telemetry;

/// <summary>OpenTelemetry's own library, which reads the rest of its settings from its own variables. It writes to the network and
/// nowhere else.</summary>
internal sealed class TelemetryExport : IAsyncDisposable
{
    /// <summary>What the MCP library calls its meter and its source of spans.</summary>
    public const string Mcp = "Experimental.ModelContextProtocol";

    private readonly TimeSpan _patience;
    private readonly MeterProvider _meters;
    private readonly TracerProvider _tracers;

    public TelemetryExport(string service, string instance, TimeSpan patience)
    {
        _patience = patience;

        // The environment last: what it says of this process holds.
        var resource = ResourceBuilder.CreateEmpty()
            .AddService(service, serviceNamespace: null, ServerSettings.ProductVersion, autoGenerateServiceInstanceId: false, instance)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        _meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(TelemetryNames.Studio, Mcp, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddView(instrument => instrument.Meter.Name == Mcp ? new MetricStreamConfiguration { TagKeys = SpanRedaction.KnownOfMetrics } : null)
            .AddOtlpExporter()
            .Build();
        var spans = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(TelemetryNames.Studio, Mcp).AddProcessor(new SpanRedaction()).AddOtlpExporter();
        if (ServerSettings.Variable("OTEL_TRACES_SAMPLER") is null)
        {
            // Around every request the web server has a span that nobody collects, below which nothing would be recorded.
            spans.SetSampler(new ParentBasedSampler(new AlwaysOnSampler(), localParentNotSampled: new AlwaysOnSampler()));
        }

        _tracers = spans.Build();
    }

    public async ValueTask DisposeAsync()
    {
        var limit = (int)_patience.TotalMilliseconds;
        await Task.WhenAll(Task.Run(() => _meters.Shutdown(limit)), Task.Run(() => _tracers.Shutdown(limit)));
    }
}
