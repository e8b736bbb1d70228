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
    private const int MostBreaks = 10;
    private const int MostIdleTries = 2;

    // Slower than this much in the time of a stall is no download, however steadily it drips.
    private const int LeastBytes = 256 * 1024;

    /// <summary>Fetches a finished render: from the address that the backend named, from the one that it names when asked
    /// again, else over the backend itself. A broken transfer is taken up where it stopped, as long as that brings it
    /// further; then what is there stays, for the next call. That the file is a sound video is for the caller to verify.</summary>
    public async Task<DownloadResult> DownloadRenderAsync(RenderStatus status, DownloadTarget target, CancellationToken cancellationToken)
    {
        var fallback = new Uri(Backend.Address, Routes.DownloadRender(RenderId(status.Id)));
        var transfer = new DownloadTransfer(target, status.Size, _options, _clock);
        if (transfer.IsComplete)
        {
            return transfer.End();
        }

        var named = OutputAddress(status.OutputUrl, Backend.Address);
        if (named is not null && named != fallback && await TryFetchAsync(named, transfer, target, cancellationToken) is { } result)
        {
            return result;
        }

        if (transfer.IsExpired && await FreshAddressAsync(status.Id, cancellationToken) is { } fresh && fresh != named && fresh != fallback
            && await TryFetchAsync(fresh, transfer, target, cancellationToken) is { } second)
        {
            return second;
        }

        return await FetchAsync(fallback, transfer, cancellationToken);
    }

    /// <returns>Null when the address does not give the file, so that another is tried.</returns>
    private async Task<DownloadResult?> TryFetchAsync(
        Uri address, DownloadTransfer transfer, DownloadTarget target, CancellationToken cancellationToken)
    {
        var before = transfer.Furthest;
        try
        {
            var result = await FetchAsync(address, transfer, cancellationToken);
            if (target.IsWhole?.Invoke() != false)
            {
                return result;
            }

            LogOutputAddressFailed(BackendFault.DownloadRefused);
        }
        catch (BackendException exception) when (exception.Fault != BackendFault.TokenInvalid
            && (exception.Fault != BackendFault.DownloadIncomplete || transfer.Furthest == before))
        {
            LogOutputAddressFailed(exception.Fault);
        }

        return null;
    }

    /// <summary>Addresses of finished files are signed for a time; the status gives a new one.</summary>
    private async Task<Uri?> FreshAddressAsync(string renderId, CancellationToken cancellationToken)
    {
        try
        {
            return OutputAddress((await GetRenderAsync(renderId, cancellationToken))?.OutputUrl, Backend.Address);
        }
        catch (BackendException exception) when (exception.Fault != BackendFault.TokenInvalid)
        {
            return null;
        }
    }

    private async Task<DownloadResult> FetchAsync(Uri address, DownloadTransfer transfer, CancellationToken cancellationToken)
    {
        transfer.Aim(address);
        for (var (breaks, idle) = (0, 0); ;)
        {
            var before = transfer.Furthest;
            using var stall = new CancellationTokenSource(_options.TransferStallLimit, _clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, stall.Token);
            try
            {
                using var response = await OpenAsync(address, transfer, either.Token);
                return response is null ? transfer.End() : await ReceiveAsync(response, transfer, stall, either.Token);
            }
            catch (Exception exception) when (IsTransport(exception) && !transfer.DestinationFailed && !cancellationToken.IsCancellationRequested)
            {
                transfer.Keep();
                (breaks, idle) = (breaks + 1, transfer.Furthest > before ? 0 : idle + 1);
                if (Broken(exception, body: null, whenLost: null) is { Fault: not BackendFault.BackendUnreachable } known)
                {
                    throw known;
                }

                if (breaks > MostBreaks || idle >= MostIdleTries)
                {
                    throw new BackendException(
                        BackendFault.DownloadIncomplete,
                        "The download broke off again and again. The export itself is finished and what came of it is kept; ask for it again to go on.",
                        exception);
                }
            }
            catch
            {
                transfer.Keep();
                throw;
            }

            await Task.Delay(_options.RetryDelay * (1 << idle), _clock, cancellationToken);
        }
    }

    /// <summary>Follows redirects by hand: each hop is judged anew, and the token goes to the backend alone.</summary>
    /// <returns>Null when there is nothing more to come.</returns>
    private async Task<HttpResponseMessage?> OpenAsync(Uri address, DownloadTransfer transfer, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MaxHops; hop++)
        {
            var isBackend = Backend.HasOriginOf(address);
            using var message = new HttpRequestMessage(HttpMethod.Get, address);
            var isRest = transfer.AskForRest(message.Headers);
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

                if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable && isRest)
                {
                    return transfer.IsEnd(response) ? null : throw new IOException("The file has no such rest.");
                }

                if ((int)response.StatusCode >= 500 && !isBackend)
                {
                    throw new IOException("The server of the finished file failed.");
                }

                transfer.IsExpired = response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Gone;
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
        var sinceAlive = 0;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await transfer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if ((sinceAlive += read) >= LeastBytes)
            {
                sinceAlive = 0;
                stall.CancelAfter(transfer.StallLimit);
            }
        }

        return transfer.End();
    }

    /// <summary>Null for an address that is not opened: only the backend itself, or https on its usual port without a password.</summary>
    private Uri? OutputAddress(string? text, Uri relativeTo)
    {
        if (string.IsNullOrWhiteSpace(text) || !Uri.TryCreate(relativeTo, text, out var address) || address.UserInfo.Length > 0 || WebAddress.HostOf(address) is null)
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
