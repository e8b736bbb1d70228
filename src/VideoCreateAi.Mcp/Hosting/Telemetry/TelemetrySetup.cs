using System.Runtime.CompilerServices;

namespace VideoCreateAi.Mcp.Hosting.Telemetry;

/// <summary>Sends metrics and traces to a collector where the environment names one, in the words that OpenTelemetry has for it. Where
/// it names none, nothing of OpenTelemetry is loaded.</summary>
internal static class TelemetrySetup
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Begins to listen to what this process measures.</summary>
    /// <param name="service">What the process is called where its telemetry arrives, unless <c>OTEL_SERVICE_NAME</c> says otherwise.</param>
    /// <param name="instance">Which of several such processes; null = a name made up now.</param>
    /// <param name="patience">How long the end of the process may wait for the last of it to be sent.</param>
    /// <returns>To be disposed before the process ends; null = nobody collects.</returns>
    public static IAsyncDisposable? Begin(string service, string? instance, TimeSpan patience) =>
        ServerSettings.Variable(EndpointVariable) is null ? null : Start(service, instance ?? Guid.NewGuid().ToString("D"), patience);

    // Apart, so that its libraries are not loaded for those who collect nothing.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TelemetryExport Start(string service, string instance, TimeSpan patience) => new(service, instance, patience);
}
