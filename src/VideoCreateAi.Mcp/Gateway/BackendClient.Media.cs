using Microsoft.Extensions.Logging;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    /// <summary>Fetches a file of a project from where the state says that it lies, for looking at. The address is judged
    /// as that of a finished file is: the backend itself, or the public network over https.</summary>
    /// <param name="target">Must be able to seek and to change its length.</param>
    /// <returns>False when it cannot be had, or is larger than allowed.</returns>
    public async Task<bool> TryFetchMediaAsync(UploadedFile file, Stream target, long mostBytes, CancellationToken cancellationToken)
    {
        if (file.Size > mostBytes || OutputAddress(file.CdnUrl, Backend.Address) is not { } address)
        {
            return false;
        }

        var transfer = new DownloadTransfer(new DownloadTarget(target), knownSize: null, _options, _clock);
        transfer.Aim(address);
        try
        {
            using var response = await OpenAsync(address, transfer, cancellationToken);
            return response is not null && !(response.Content.Headers.ContentLength > mostBytes)
                && await CopyAsync(response, target, mostBytes, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && (IsTransport(exception) || exception is BackendException))
        {
            LogMediaNotFetched(exception is BackendException known ? known.Fault : BackendFault.BackendUnreachable);
            return false;
        }
    }

    private static async Task<bool> CopyAsync(HttpResponseMessage response, Stream target, long mostBytes, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[CopyBytes];
        var total = 0L;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if ((total += read) > mostBytes)
            {
                return false;
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return total > 0;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A file of a project could not be fetched ({Fault}).")]
    private partial void LogMediaNotFetched(BackendFault fault);
}
