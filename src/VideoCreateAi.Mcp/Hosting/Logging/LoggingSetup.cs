using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Mcp.Hosting.Logging;

/// <summary>Where log lines go: to a file of bounded size, or to standard error. Never to standard output, which is MCP's.</summary>
internal static class LoggingSetup
{
    public static ILoggingBuilder AddFile(this ILoggingBuilder logging, string path) => Bounded(logging, LogLevel.Information).AddProvider(new LineLoggerProvider(new RollingFile(path)));

    public static ILoggingBuilder AddStandardError(this ILoggingBuilder logging) =>
        Bounded(logging, LogLevel.Warning).AddProvider(new LineLoggerProvider(Console.Error));

    private static ILoggingBuilder Bounded(ILoggingBuilder logging, LogLevel least) => logging
        .SetMinimumLevel(least)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("System", LogLevel.Warning)
        .AddFilter("Quartz", LogLevel.Warning)
        .AddFilter("ModelContextProtocol", LogLevel.Warning);
}
