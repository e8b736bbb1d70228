using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;

namespace VideoCreateAi.Mcp.Hosting.Logging;

/// <summary>Writes one line an event from a bounded queue: whoever does not read standard error, or a full disk, never holds up a tool.</summary>
internal sealed class LineLoggerProvider : ILoggerProvider
{
    private const int LongestQueue = 1000;
    private const int LongestException = 4000;

    private readonly Channel<string> _lines = Channel.CreateBounded<string>(
        new BoundedChannelOptions(LongestQueue) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Task _writing;

    public LineLoggerProvider(TextWriter writer)
    {
        _writing = WriteAsync(writer);
    }

    public ILogger CreateLogger(string categoryName) => new LineLogger(categoryName[(categoryName.LastIndexOf('.') + 1)..], _lines.Writer);

    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _writing.Wait(TimeSpan.FromMilliseconds(500));
    }

    private async Task WriteAsync(TextWriter writer)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync())
        {
            try
            {
                await writer.WriteLineAsync(line);
                await writer.FlushAsync();
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or UnauthorizedAccessException)
            {
                // A log that cannot be written is no reason to fail at anything else.
            }
        }
    }

    private sealed class LineLogger(string category, ChannelWriter<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            // A refused request is no failure of ours. The library tells of it twice, the first time as of an unhandled exception.
            var isRefusal = exception is McpProtocolException;
            if (isRefusal && logLevel == LogLevel.Error)
            {
                return;
            }

            var detail = isRefusal ? null : exception?.ToString();
            lines.TryWrite(string.Create(
                CultureInfo.InvariantCulture,
                $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {logLevel} {category}: {LogText.Clean(Shorten(formatter(state, exception))).ReplaceLineEndings(" ")}{(detail is null ? "" : Environment.NewLine + LogText.Clean(Shorten(detail)))}"));
        }

        private static string Shorten(string detail) => detail.Length <= LongestException ? detail : detail[..LongestException] + "…";
    }
}
