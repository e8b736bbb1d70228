using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Mcp.Ledger;

/// <summary>What was done on the user's behalf, a line each, for a person to read afterwards: <c>audit.jsonl</c> in the data
/// directory. The ledger is what the program itself goes by; that this cannot be written stops nothing.</summary>
/// <param name="folder">Null = nothing is kept.</param>
internal sealed partial class AuditTrail(string? folder, TimeProvider clock, ILogger<AuditTrail> logger)
{
    public const string FileName = "audit.jsonl";

    private const long Limit = 5_000_000;
    private const int Kept = 3;
    private const string OlderPattern = "audit-*.jsonl";

    private readonly Lock _lock = new();

    public void Write(AuditLine line)
    {
        if (folder is null)
        {
            return;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(line with { Time = clock.GetUtcNow(), ProcessId = Environment.ProcessId }, AuditJson.Default.AuditLine);
        try
        {
            lock (_lock)
            {
                Append([.. bytes, (byte)'\n']);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(fault);
        }
    }

    private void Append(byte[] line)
    {
        var path = Path.Combine(folder!, FileName);
        if (new FileInfo(path) is { Exists: true, Length: > Limit })
        {
            SetAside(path);
        }

        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // One write a line: what other processes append comes before or after it.
        using var file = new FileStream(path, options);
        file.Write(line);
    }

    // Under a name of its own, so that of two processes that come to it at once neither takes the other's away.
    private void SetAside(string path)
    {
        var now = clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        File.Move(path, Path.Combine(folder!, string.Create(CultureInfo.InvariantCulture, $"audit-{now}-{Environment.ProcessId}.jsonl")), overwrite: false);
        foreach (var old in Directory.GetFiles(folder!, OlderPattern).Order(StringComparer.Ordinal).SkipLast(Kept))
        {
            File.Delete(old);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A line of the audit trail could not be written.")]
    private partial void LogNotWritten(Exception fault);
}
