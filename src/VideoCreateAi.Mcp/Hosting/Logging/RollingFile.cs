using System.Text;

namespace VideoCreateAi.Mcp.Hosting.Logging;

/// <summary>A log file that keeps one predecessor: together at most twice the limit on the disk.</summary>
internal sealed class RollingFile(string path) : TextWriter
{
    private const long Limit = 5_000_000;

    private StreamWriter? _writer;
    private long _written;

    public override Encoding Encoding => Encoding.UTF8;

    public override async Task WriteLineAsync(string? value)
    {
        if (_writer is null || _written > Limit)
        {
            Open();
        }

        await _writer!.WriteLineAsync(value);
        _written += value?.Length ?? 0;
    }

    public override Task FlushAsync() => _writer?.FlushAsync() ?? Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _writer?.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Open()
    {
        _writer?.Dispose();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (File.Exists(path) && new FileInfo(path).Length > Limit)
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var stream = new FileStream(path, options);
        _written = stream.Length;
        _writer = new StreamWriter(stream);
    }
}
