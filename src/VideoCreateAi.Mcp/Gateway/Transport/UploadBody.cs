using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>A multipart body with one file, streamed from where it lies and with its length said beforehand.</summary>
internal sealed class UploadBody : OneTimeContent
{
    private const int BufferBytes = 64 * 1024;

    private readonly UploadContent _file;
    private readonly IProgress<long>? _sentBytes;
    private readonly TimeSpan _stallLimit;
    private readonly TimeProvider _clock;
    private readonly byte[] _head;
    private readonly byte[] _tail;
    private readonly long _start;

    public UploadBody(UploadContent file, IProgress<long>? sentBytes, TimeSpan stallLimit, TimeProvider clock)
    {
        _file = file;
        _sentBytes = sentBytes;
        _stallLimit = stallLimit;
        _clock = clock;
        _start = file.Content.CanSeek ? file.Content.Position : 0;
        var boundary = $"vca-{Guid.NewGuid():N}";
        _head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"{UploadReply.FieldName}\"; filename=\"{Quoted(file.FileName)}\"\r\n"
            + $"Content-Type: {MediaTypeHeaderValue.Parse(file.MediaType)}\r\n\r\n");
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
    }

    /// <summary>SHA-256 of the file as lower-case hex; null until all of it went out.</summary>
    public string? Digest { get; private set; }

    protected override bool TryRewind()
    {
        if (!_file.Content.CanSeek)
        {
            return false;
        }

        _file.Content.Position = _start;
        return true;
    }

    protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var stall = new CancellationTokenSource(_stallLimit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stall.Token);
        try
        {
            await stream.WriteAsync(_head, either.Token);
            await CopyFileAsync(stream, stall, either.Token);
            await stream.WriteAsync(_tail, either.Token);
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No byte of the upload moved for {_stallLimit}.");
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _file.Length + _tail.Length;
        return true;
    }

    private async Task CopyFileAsync(Stream destination, CancellationTokenSource stall, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        long sent = 0;
        while (true)
        {
            var read = await _file.Content.ReadAsync(buffer, cancellationToken);
            if (sent + read > _file.Length || (read == 0 && sent < _file.Length))
            {
                throw new BackendException(
                    BackendFault.FileChanged,
                    "The file changed while it was uploaded, so the upload was stopped and nothing was added. Wait until it is written completely, then upload it again.");
            }

            if (read == 0)
            {
                Digest = Convert.ToHexStringLower(digest.GetHashAndReset());
                return;
            }

            digest.AppendData(buffer, 0, read);
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            sent += read;
            stall.CancelAfter(_stallLimit);
            _sentBytes?.Report(sent);
        }
    }

    /// <summary>As browsers write it: UTF-8 as it is, and what would end the value or the line percent-encoded.</summary>
    private static string Quoted(string fileName)
    {
        var quoted = new StringBuilder(fileName.Length);
        foreach (var letter in fileName)
        {
            _ = letter switch
            {
                '"' => quoted.Append("%22"),
                '\r' => quoted.Append("%0D"),
                '\n' => quoted.Append("%0A"),
                _ when char.IsControl(letter) => quoted.Append('_'),
                _ => quoted.Append(letter),
            };
        }

        return quoted.ToString();
    }
}
