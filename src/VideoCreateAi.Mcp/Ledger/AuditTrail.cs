using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace VideoCreateAi.Mcp.Ledger;

/// <summary>What was done on the user's behalf, a line each, for a person to read afterwards: <c>audit.jsonl</c> in the data
/// directory. The ledger is what the program itself goes by; that this cannot be written stops nothing.</summary>
/// <param name="folder">Null = nothing is kept.</param>
internal sealed partial class AuditTrail(string? folder, TimeProvider clock, ILogger<AuditTrail> logger) : IDisposable
{
    public const string FileName = "audit.jsonl";

    private const long Limit = 5_000_000;
    private const int Kept = 3;
    private const string OlderPattern = "audit-*.jsonl";

    private const int MostTries = 100;

    /// <summary>EIO, ENOSPC, EROFS and EDQUOT, which do not pass as another process's hold on the file does.</summary>
    private static readonly int[] s_lasting = [5, 28, 30, 122];

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task WriteAsync(AuditLine line)
    {
        if (folder is null)
        {
            return;
        }

        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line with { Time = clock.GetUtcNow(), ProcessId = Environment.ProcessId }, AuditJson.Default.AuditLine), (byte)'\n'];
        await _gate.WaitAsync();
        try
        {
            for (var tries = 1; !TryAppend(bytes, isLast: tries == MostTries); tries++)
            {
                await Task.Delay(s_pause, TimeProvider.System, CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogNotWritten(fault);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Alone with the file: appending means to write at what was its end a moment ago.</summary>
    /// <returns>False while another process is at it.</returns>
    private bool TryAppend(byte[] line, bool isLast)
    {
        try
        {
            var path = Path.Combine(folder!, FileName);
            if (new FileInfo(path) is { Exists: true, Length: > Limit })
            {
                SetAside(path);
            }

            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            Append(file, line);
            return true;
        }
        catch (IOException fault) when (!isLast && !s_lasting.Contains(fault.HResult))
        {
            return false;
        }
    }

    // Whole or not at all: half a line would spoil the one that comes after it.
    private static void Append(FileStream file, byte[] line)
    {
        var end = file.Length;
        try
        {
            file.Write(line);
        }
        catch (IOException)
        {
            file.SetLength(end);
            throw;
        }
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
