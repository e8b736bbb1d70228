using System.Net;
using System.Net.Sockets;

namespace VideoCreateAi.Studio.Library;

/// <summary>Fetches a file from a web address that somebody else wrote. It connects to global addresses only, judged at
/// the moment of connecting, follows redirects by hand and carries no credentials of any kind.</summary>
internal sealed class UrlFetcher(TimeProvider clock) : IDisposable
{
    private const int MostRedirects = 5;
    private static readonly TimeSpan s_headerLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = ConnectAsync,
    })
    {
        // It would end with the headers. These have a limit of their own below, and the body has its stream's.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly TimeProvider _clock = clock;

    /// <exception cref="MediaRefusedException">The address is not allowed or does not answer with a file.</exception>
    public async Task<FetchedFile> OpenAsync(string url, CancellationToken cancellationToken)
    {
        var address = Parse(url);
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            var response = await GetAsync(address, cancellationToken);
            if (response.StatusCode is >= HttpStatusCode.MovedPermanently and <= HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } location)
            {
                response.Dispose();
                address = Next(address, location);
                continue;
            }

            if (!response.IsSuccessStatusCode)
            {
                var status = (int)response.StatusCode;
                response.Dispose();
                throw UrlRefusal.Unreachable($"The address answered with status {status}. Download the file yourself and give its path.");
            }

            var name = Path.GetFileName(address.LocalPath);
            var content = new SteadyStream(await response.Content.ReadAsStreamAsync(cancellationToken), _clock);
            return new FetchedFile(name.Length > 0 ? name : "download", content, response);
        }

        throw UrlRefusal.Unreachable($"The address redirects more than {MostRedirects} times.");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Where a redirect leads, held to the same rules as an address that somebody wrote.</summary>
    /// <exception cref="MediaRefusedException">It leads nowhere, or where nothing is fetched from.</exception>
    internal static Uri Next(Uri address, Uri location) => Uri.TryCreate(address, location, out var next) ? Parse(next.AbsoluteUri) : throw NotAllowed();

    private static Uri Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && address is { UserInfo: "", Port: 80 or 443 }
        && HasHost(address)
            ? address
            : throw NotAllowed();

    // There are letters that the parser lets pass and that no name can have.
    private static bool HasHost(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static MediaRefusedException NotAllowed() =>
        UrlRefusal.NotAllowed("Only http and https addresses without a name and password, on the usual ports, are fetched.");

    private async Task<HttpResponseMessage> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var headers = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        headers.CancelAfter(s_headerLimit);
        try
        {
            return await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, headers.Token);
        }
        catch (HttpRequestException exception) when (exception.InnerException is MediaRefusedException refused)
        {
            throw refused;
        }
        catch (Exception exception) when (
            exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw UrlRefusal.Unreachable("The address could not be reached. Download the file yourself and give its path.");
        }
    }

    // Resolved once, judged, and connected to by that very address: a name that changes its mind in between gains nothing.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var global = addresses.Where(GlobalAddress.Is).ToArray();
        if (global.Length == 0)
        {
            throw UrlRefusal.NotAllowed("The address leads into a private network, not to the internet.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(global, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
