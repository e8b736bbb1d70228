using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace VideoCreateAi.Mcp.Gateway.Transport;

/// <summary>A download that can be taken up where it broke off: what is there, what was announced, and how the next
/// request asks for the rest.</summary>
internal sealed class DownloadTransfer(DownloadTarget target, long? knownSize, GatewayOptions options, TimeProvider clock)
{
    // What a crash of the machine costs at most.
    private const long KeepEveryBytes = 8 * 1024 * 1024;

    private static readonly TimeSpan s_keepEvery = TimeSpan.FromSeconds(2);

    // A date can stand for a version only when the file could not have changed again within it (RFC 9110, 8.8.2.2).
    private static readonly TimeSpan s_dateGrain = TimeSpan.FromSeconds(1);

    private DownloadMark _mark = target.Mark;
    private string? _source;
    private long? _length = target.Mark.Size;
    private string? _mediaType;
    private long _keptBytes = target.Mark.Received;
    private long _keptAt = clock.GetTimestamp();
    private bool _wholeOnly;

    public TimeSpan StallLimit => options.TransferStallLimit;

    /// <summary>The most that was there at any time: a try that does not get beyond it has brought nothing.</summary>
    public long Furthest { get; private set; } = target.Mark.Received;

    /// <summary>True when our own side of the copy failed: a full disk is nothing to try again.</summary>
    public bool DestinationFailed { get; private set; }

    /// <summary>The address said that it does not give the file out any more.</summary>
    public bool IsExpired { get; set; }

    /// <summary>Everything is there already.</summary>
    public bool IsComplete => _mark.Received > 0 && _mark.Received == _mark.Size && (knownSize ?? _mark.Size) == _mark.Size;

    /// <summary>From here on bytes come from this address.</summary>
    public void Aim(Uri address)
    {
        _source = SourceOf(address);
        _wholeOnly = false;
        IsExpired = false;
    }

    /// <summary>Without a mark of the version that the first part is of, the rest could be of another: then all is asked for.</summary>
    /// <returns>Whether only the rest is asked for.</returns>
    public bool AskForRest(HttpRequestHeaders headers)
    {
        if (_mark.Received == 0 || _wholeOnly || _mark.Source != _source)
        {
            return false;
        }

        if (_mark.EntityTag is { } text && EntityTagHeaderValue.TryParse(text, out var tag) && !tag.IsWeak)
        {
            headers.IfRange = new RangeConditionHeaderValue(tag);
        }
        else if (_mark.Modified is { } modified)
        {
            headers.IfRange = new RangeConditionHeaderValue(modified);
        }
        else
        {
            return false;
        }

        headers.Range = new RangeHeaderValue(_mark.Received, null);
        return true;
    }

    /// <summary>What a server means that has nothing beyond what was asked for.</summary>
    /// <returns>True when that is because all of it is here.</returns>
    public bool IsEnd(HttpResponseMessage response)
    {
        _wholeOnly = true;
        return response.Content.Headers.ContentRange is { Length: { } size } && size == _mark.Received && (_length ?? size) == size;
    }

    public void Begin(HttpResponseMessage response)
    {
        var headers = response.Content.Headers;
        if (headers.ContentEncoding.Count > 0 || headers.ContentType?.MediaType is "text/html" or "application/json" or "application/xhtml+xml")
        {
            throw new BackendException(BackendFault.DownloadRefused, "What lies at the address of the finished file is not a video.");
        }

        var tag = response.Headers.ETag is { IsWeak: false } strong ? strong.ToString() : null;
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            if (headers.ContentRange is not { } range || range.From != _mark.Received || _mark.Received == 0
                || (_length is not null && range.Length is not null && range.Length != _length)
                || (tag is not null && _mark.EntityTag is not null && tag != _mark.EntityTag))
            {
                // Not the rest of what is here. Asked for without a range it can only be the whole file.
                _wholeOnly = true;
                throw new IOException("The rest of the download does not fit to its beginning.");
            }

            _length ??= range.Length;
            _mark = _mark with { Size = _length };
        }
        else
        {
            Truncate();
            _length = headers.ContentLength;
            _mark = new DownloadMark(_source, tag, DateOf(response), _length ?? knownSize, 0);
        }

        if (Expected > options.MaxDownloadBytes)
        {
            throw TooLarge();
        }

        _mediaType = headers.ContentType?.MediaType;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (_mark.Received + bytes.Length > Math.Min(Expected ?? long.MaxValue, options.MaxDownloadBytes))
        {
            Truncate();
            throw TooLarge();
        }

        try
        {
            await target.Stream.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
            DestinationFailed = true;
            throw;
        }

        _mark = _mark with { Received = _mark.Received + bytes.Length };
        Furthest = Math.Max(Furthest, _mark.Received);
        target.Progress?.Report(new DownloadProgress(_mark.Received, Expected));
        if (_mark.Received - _keptBytes >= KeepEveryBytes || clock.GetElapsedTime(_keptAt) >= s_keepEvery)
        {
            Keep();
        }
    }

    /// <summary>Lets the target keep what is there. A cut by the caller is no reason to lose it.</summary>
    public void Keep()
    {
        if (DestinationFailed || _mark.Received == _keptBytes)
        {
            return;
        }

        OnOurSide(() =>
        {
            // A piece may have been written in part when its write was cancelled.
            target.Stream.SetLength(_mark.Received);
            target.Stream.Position = _mark.Received;
            target.Keep(_mark);
        });
        (_keptBytes, _keptAt) = (_mark.Received, clock.GetTimestamp());
    }

    /// <exception cref="IOException">The body ended too early. Where nobody announced a length only the content can tell.</exception>
    public DownloadResult End()
    {
        var received = _mark.Received;
        var confirmed = Expected == received;
        if (received == 0 || (!confirmed && (_length is not null || (knownSize is not null || target.IsWhole is not null) && target.IsWhole?.Invoke() != true)))
        {
            throw new IOException("The body ended before its end.");
        }

        _mark = _mark with { Size = confirmed ? received : null };
        _keptBytes = -1;
        Keep();
        return new DownloadResult(received, _mediaType, confirmed);
    }

    private long? Expected => _length ?? knownSize;

    private void Truncate()
    {
        OnOurSide(() =>
        {
            target.Stream.SetLength(0);
            target.Stream.Position = 0;
            _mark = DownloadMark.None;
            if (_keptBytes > 0)
            {
                // What was kept of one version must not be taken for the beginning of the next.
                target.Keep(_mark);
            }
        });
        _keptBytes = 0;
    }

    private void OnOurSide(Action act)
    {
        try
        {
            act();
        }
        catch (IOException)
        {
            DestinationFailed = true;
            throw;
        }
    }

    private DateTimeOffset? DateOf(HttpResponseMessage response) =>
        response.Content.Headers.LastModified is { } modified && (response.Headers.Date ?? clock.GetUtcNow()) - modified >= s_dateGrain ? modified : null;

    private static string SourceOf(Uri address) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(address.GetLeftPart(UriPartial.Path).ToLower(CultureInfo.InvariantCulture))).AsSpan(0, 16));

    private static BackendException TooLarge() => new(
        BackendFault.DownloadRefused, "More came than was announced or than this program takes, so the download was stopped.");
}
