using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VideoCreateAi.TestKit;

/// <summary>One connection that a <see cref="LyingBackend"/> took: the request so far, and a way to answer in bytes.</summary>
internal sealed class RawConnection(Socket socket) : IDisposable
{
    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    private readonly MemoryStream _kept = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public string Head { get; private set; } = "";

    public string Body => Encoding.UTF8.GetString(_kept.ToArray());

    public long BodyBytes { get; private set; }

    /// <returns>False when the client went away without a request.</returns>
    public async Task<bool> ReadHeadAsync()
    {
        var received = new MemoryStream();
        while (true)
        {
            var read = await ReceiveAsync();
            if (read == 0)
            {
                return false;
            }

            received.Write(_buffer, 0, read);
            var all = received.GetBuffer().AsSpan(0, (int)received.Length);
            var end = all.IndexOf(HeadEnd);
            if (end >= 0)
            {
                Head = Encoding.UTF8.GetString(all[..end]);
                Keep(all[(end + HeadEnd.Length)..]);
                return true;
            }
        }
    }

    public async Task ReadBodyAsync(long most)
    {
        var wanted = Math.Min(most, Announced());
        while (BodyBytes < wanted)
        {
            var read = await ReceiveAsync();
            if (read == 0)
            {
                return;
            }

            Keep(_buffer.AsSpan(0, read));
        }
    }

    /// <returns>False when the client is gone.</returns>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await socket.SendAsync(bytes)..];
            }

            return true;
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public async Task UntilGoneAsync()
    {
        while (await ReceiveAsync() > 0)
        {
        }
    }

    public Task ResetAsync()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return Task.CompletedTask;
    }

    public void Dispose() => socket.Dispose();

    private async Task<int> ReceiveAsync()
    {
        try
        {
            return await socket.ReceiveAsync(_buffer);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        BodyBytes += bytes.Length;
        _kept.Write(bytes[..(int)Math.Min(bytes.Length, RecordedRequest.KeptBytes - _kept.Length)]);
    }

    private long Announced()
    {
        foreach (var line in Head.Split("\r\n"))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            {
                return long.Parse(line.AsSpan(15), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }
}
