using System.Text;

namespace VideoCreateAi.Studio.Ffmpeg;

/// <summary>The last 64 KiB of what a tool wrote to its standard error. It may write as much as it likes.</summary>
internal sealed class OutputTail
{
    private const int Capacity = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly byte[] _ring = new byte[Capacity];
    private long _written;

    /// <summary>Reads until the tool, and all that it started, closed the stream.</summary>
    public async Task DrainAsync(Stream output)
    {
        var buffer = new byte[8 * 1024];
        int count;
        while ((count = await output.ReadAsync(buffer)) > 0)
        {
            Append(buffer.AsSpan(0, count));
        }
    }

    public override string ToString()
    {
        lock (_lock)
        {
            var kept = (int)Math.Min(_written, Capacity);
            var start = (int)((_written - kept) % Capacity);
            var text = new byte[kept];
            var first = Math.Min(kept, Capacity - start);
            _ring.AsSpan(start, first).CopyTo(text);
            _ring.AsSpan(0, kept - first).CopyTo(text.AsSpan(first));
            return Encoding.UTF8.GetString(text);
        }
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            foreach (var value in bytes)
            {
                _ring[(int)(_written++ % Capacity)] = value;
            }
        }
    }
}
