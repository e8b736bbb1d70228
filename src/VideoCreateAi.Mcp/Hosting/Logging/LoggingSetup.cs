using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Mcp.Hosting.Logging;

/// <summary>Where log lines go: to a file of bounded size, or to standard error. Never to standard output, which is MCP's.</summary>
internal static class LoggingSetup
{
    public static ILoggingBuilder AddFile(this ILoggingBuilder logging, string path) => Bounded(logging).AddProvider(new LineLoggerProvider(new RollingFile(path)));

    public static ILoggingBuilder AddStandardError(this ILoggingBuilder logging) =>
        Bounded(logging).AddProvider(new LineLoggerProvider(Console.Error));

    private static ILoggingBuilder Bounded(ILoggingBuilder logging) => logging
        .SetMinimumLevel(LogLevel.Information)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("System", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddFilter("ModelContextProtocol", LogLevel.Warning);
}
