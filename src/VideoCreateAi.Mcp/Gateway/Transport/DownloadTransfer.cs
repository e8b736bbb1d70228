using System.Net;
using System.Net.Http.Headers;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>A download that can be taken up where it broke off: what is there, what was announced, and how the next
/// request asks for the rest.</summary>
internal sealed class DownloadTransfer(Stream destination, long? knownSize, GatewayOptions options, IProgress<long>? received)
{
    private readonly long _start = destination.Position;
    private long _bytes;
    private long? _length;
    private EntityTagHeaderValue? _tag;
    private DateTimeOffset? _modified;
    private string? _mediaType;

    public TimeSpan StallLimit => options.TransferStallLimit;

    /// <summary>True when our own side of the copy failed: a full disk is nothing to try again.</summary>
    public bool DestinationFailed { get; private set; }

    public void StartOver()
    {
        destination.SetLength(_start);
        destination.Position = _start;
        _bytes = 0;
    }

    /// <summary>Without a mark of the version that the first part is of, the rest could be of another: then all is asked for.</summary>
    public void AskForRest(HttpRequestHeaders headers)
    {
        if (_bytes == 0)
        {
            return;
        }

        if (_tag is { IsWeak: false })
        {
            headers.IfRange = new RangeConditionHeaderValue(_tag);
        }
        else if (_modified is { } modified)
        {
            headers.IfRange = new RangeConditionHeaderValue(modified);
        }
        else
        {
            return;
        }

        headers.Range = new RangeHeaderValue(_bytes, null);
    }

    public void Begin(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        if (headers.ContentEncoding.Count > 0 || headers.ContentType?.MediaType is "text/html" or "application/json" or "application/xhtml+xml")
        {
            throw new BackendException(BackendFault.DownloadRefused, "What lies at the address of the finished file is not a video.");
        }

        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            if (headers.ContentRange is not { } range || range.From != _bytes || (_length is not null && range.Length is not null && range.Length != _length))
            {
                throw new BackendException(BackendFault.DownloadIncomplete, "The rest of the download does not fit to its beginning. Ask for the export again.");
            }

            _length ??= range.Length;
        }
        else
        {
            if (_bytes > 0)
            {
                StartOver();
            }

            _length = headers.ContentLength;
        }

        if (Expected > options.MaxDownloadBytes)
        {
            throw TooLarge();
        }

        _tag = response.Headers.ETag;
        _modified = headers.LastModified;
        _mediaType = headers.ContentType?.MediaType;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_bytes + bytes.Length > Math.Min(Expected ?? long.MaxValue, options.MaxDownloadBytes))
        {
            throw TooLarge();
        }

        try
        {
            await destination.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
            DestinationFailed = true;
            throw;
        }

        _bytes += bytes.Length;
        received?.Report(_bytes);
    }

    public DownloadResult End() => _bytes == (Expected ?? _bytes) && _bytes > 0
        ? new DownloadResult(_bytes, _mediaType, Expected is not null)
        : throw new IOException("The body ended before its announced length.");

    private long? Expected => _length ?? knownSize;

    private static BackendException TooLarge() => new(
        BackendFault.DownloadRefused, "More came than was announced or than this program takes, so the download was stopped.");
}
