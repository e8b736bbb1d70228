using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    /// <summary>From this size on the backend is asked first whether it wants the file at all.</summary>
    private const long AskFirstBytes = 1024 * 1024;

    /// <summary>Sends one file. A lost reply is settled by looking whether the project holds the file now that it did not
    /// hold before; it goes up a second time only to our own studio, once that was seen not to have it.</summary>
    /// <param name="sentBytes">Hears how many bytes of the file went out so far.</param>
    public async Task<IReadOnlyList<UploadedFile>> UploadAsync(
        string sessionId, UploadContent content, IProgress<long>? sentBytes, CancellationToken cancellationToken)
    {
        var path = Routes.Upload(SessionId(sessionId));
        var limit = _options.CallLimit + TimeSpan.FromSeconds((double)content.Length / _options.MinUploadRate);
        var before = await MediaBeforeAsync(sessionId, cancellationToken);
        var start = content.Content.CanSeek ? content.Content.Position : 0;
        for (var isSecond = false; ; isSecond = true)
        {
            UploadBody? body = null;
            try
            {
                return await CallAsync(
                    () =>
                    {
                        var message = Post(path);
                        message.Content = body = new UploadBody(content, sentBytes, _options.TransferStallLimit, _clock);
                        message.Headers.ExpectContinue = content.Length >= AskFirstBytes;
                        return message;
                    },
                    Change(CallScope.Session, mayReplay: false, LostUpload.NotListed, limit),
                    ReadUpload,
                    cancellationToken);
            }
            catch (BackendException exception) when (exception.Fault is BackendFault.OutcomeUnknown or BackendFault.ReplyInvalid && body is not null)
            {
                var lost = new LostUpload(content, body, before);
                if (await FindUploadAsync(sessionId, lost, cancellationToken) is { } found)
                {
                    return [found];
                }

                if (isSecond || !lost.IsProvenAbsent || Backend.Kind != BackendKind.Studio || !content.Content.CanSeek)
                {
                    throw new BackendException(BackendFault.OutcomeUnknown, lost.Words, exception);
                }

                content.Content.Position = start;
            }
        }
    }

    /// <summary>The backend fetches the files itself.</summary>
    public async Task<IReadOnlyList<UploadedFile>> UploadUrlsAsync(
        string sessionId, IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        var path = Routes.Upload(SessionId(sessionId));
        if (urls.Count == 0 || urls.Any(url => WebAddress.FaultOf(url) is not null))
        {
            throw new BackendException(
                BackendFault.RequestRefused, "An upload by address takes http and https addresses without user and password. Nothing was sent.");
        }

        if (urls.Any(url => Redactor().IsIn(url)))
        {
            throw new BackendException(
                BackendFault.RequestRefused, "An address holds the backend's token, which never goes into one. Nothing was sent.");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new UploadUrls { Urls = urls }, WireJson.Default.UploadUrls);
        return await CallAsync(
            () => Post(path, body),
            Change(CallScope.Session, mayReplay: false, LostUpload.OfAddress, _options.UrlUploadLimit),
            ReadUpload,
            cancellationToken);
    }

    /// <summary>What the project held before an upload; null when that could not be read. A fault that the upload would
    /// meet as well ends it here, before a large file goes out.</summary>
    private async Task<IReadOnlyList<UploadedFile>?> MediaBeforeAsync(string sessionId, CancellationToken cancellationToken)
    {
        try
        {
            return (await GetStateAsync(sessionId, cancellationToken)).Media;
        }
        catch (BackendException exception) when (exception.Fault is BackendFault.BackendError or BackendFault.ReplyInvalid
            or BackendFault.NotFound or BackendFault.RequestRefused)
        {
            return null;
        }
    }

    /// <summary>Looks for an upload whose reply was lost, until it is there or the time for that is over.</summary>
    private async Task<UploadedFile?> FindUploadAsync(string sessionId, LostUpload lost, CancellationToken cancellationToken)
    {
        var start = _clock.GetTimestamp();
        while (true)
        {
            try
            {
                if (lost.FindIn((await GetStateAsync(sessionId, cancellationToken)).Media) is { } found)
                {
                    return found;
                }
            }
            catch (BackendException)
            {
                // Whatever the read met, the upload is what the user hears of.
                lost.StateUnreadable();
            }

            if (_clock.GetElapsedTime(start) >= _options.UploadGrace)
            {
                return null;
            }

            await Task.Delay(s_settlePause, _clock, cancellationToken);
        }
    }

    private IReadOnlyList<UploadedFile> ReadUpload(JsonElement data)
    {
        var files = data.ValueKind == JsonValueKind.Array ? ReadFiles(data.EnumerateArray()) : ReadFiles(data.Items("files"));
        return files.Count > 0
            ? files
            : throw new BackendException(BackendFault.OutcomeUnknown, LostUpload.OfAddress);
    }
}
