using System.Net;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private const int MaxHops = 5;
    private const int CopyBytes = 128 * 1024;

    /// <summary>Fetches a finished render: from the address that the backend named, else over the backend itself. A broken
    /// transfer is taken up once where it stopped. That the file is a sound video is for the caller to verify.</summary>
    /// <param name="destination">Written from where it stands. It must be able to seek, for a transfer that has to begin anew.</param>
    public async Task<DownloadResult> DownloadRenderAsync(
        RenderStatus status, Stream destination, IProgress<long>? received, CancellationToken cancellationToken)
    {
        var fallback = new Uri(Backend.Address, Routes.DownloadRender(RenderId(status.Id)));
        var transfer = new DownloadTransfer(destination, status.Size, _options, received);
        if (OutputAddress(status.OutputUrl, Backend.Address) is { } named && named != fallback)
        {
            try
            {
                return await FetchAsync(named, transfer, cancellationToken);
            }
            catch (BackendException exception) when (exception.Fault != BackendFault.TokenInvalid)
            {
                LogOutputAddressFailed(exception.Fault);
                transfer.StartOver();
            }
        }

        return await FetchAsync(fallback, transfer, cancellationToken);
    }

    private async Task<DownloadResult> FetchAsync(Uri address, DownloadTransfer transfer, CancellationToken cancellationToken)
    {
        for (var isSecond = false; ; isSecond = true)
        {
            using var stall = new CancellationTokenSource(_options.TransferStallLimit, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stall.Token);
            try
            {
                using var response = await OpenAsync(address, transfer, either.Token);
                return await ReceiveAsync(response, transfer, stall, either.Token);
            }
            catch (Exception exception) when (IsTransport(exception) && !transfer.DestinationFailed && !cancellationToken.IsCancellationRequested)
            {
                if (isSecond)
                {
                    throw Broken(exception, body: null, whenLost: null) is { Fault: not BackendFault.BackendUnreachable } known
                        ? known
                        : new BackendException(
                            BackendFault.DownloadIncomplete, "The download broke off twice. The export itself is finished and kept; ask for it again.", exception);
                }
            }
        }
    }

    /// <summary>Follows redirects by hand: each hop is judged anew, and the token goes to the backend alone.</summary>
    private async Task<HttpResponseMessage> OpenAsync(Uri address, DownloadTransfer transfer, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var isBackend = Backend.HasOriginOf(address);
            using var message = new HttpRequestMessage(HttpMethod.Get, address);
            transfer.AskForRest(message.Headers);
            var token = isBackend ? await TokenAsync(cancellationToken) : null;
            if (token is not null)
            {
                Authorize(message, token);
            }

            var response = await (isBackend ? _http : _outside).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
            {
                return response;
            }

            using (response)
            {
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
                {
                    address = OutputAddress(location.OriginalString, address) ?? throw NotFollowed();
                    continue;
                }

                using var reply = await Reply.ReadAsync(response, _options.MaxErrorBytes, _options.MaxErrorBytes, _clock, cancellationToken);
                throw isBackend
                    ? Error(reply.Refusal ?? new Refusal { Status = response.StatusCode }, token, CallScope.Render)
                    : new BackendException(BackendFault.DownloadRefused, "The address of the finished file does not give it out (any more).");
            }
        }

        throw NotFollowed();
    }

    private static async Task<DownloadResult> ReceiveAsync(
        HttpResponseMessage response, DownloadTransfer transfer, CancellationTokenSource stall, CancellationToken cancellationToken)
    {
        transfer.Begin(response);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[CopyBytes];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            stall.CancelAfter(Timeout.InfiniteTimeSpan);
            await transfer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            stall.CancelAfter(transfer.StallLimit);
        }

        return transfer.End();
    }

    /// <summary>Null for an address that is not opened: only the backend itself, or https on its usual port without a password.</summary>
    private Uri? OutputAddress(string? text, Uri relativeTo)
    {
        if (string.IsNullOrWhiteSpace(text) || !Uri.TryCreate(relativeTo, text, out var address) || address.UserInfo.Length > 0)
        {
            return null;
        }

        return Backend.HasOriginOf(address) || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && Backend.Kind != BackendKind.Studio)
            ? address
            : null;
    }

    private static BackendException NotFollowed() => new(
        BackendFault.DownloadRefused, "The backend named a download address that is not safe to open. It was not opened.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "The named address of a render did not work ({Fault}); the backend was asked for the file itself.")]
    private partial void LogOutputAddressFailed(BackendFault fault);
}
