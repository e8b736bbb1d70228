using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Replies;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private const string UploadLost =
        "The connection broke during the upload, so it is not certain whether the file is in the project. Nothing was charged. Look at the project's uploads before uploading it again.";

    /// <summary>From this size on the backend is asked first whether it wants the file at all.</summary>
    private const long AskFirstBytes = 1024 * 1024;

    /// <param name="sentBytes">Hears how many bytes of the file went out so far.</param>
    public Task<IReadOnlyList<UploadedFile>> UploadAsync(
        string sessionId, UploadContent content, IProgress<long>? sentBytes, CancellationToken cancellationToken)
    {
        var path = Routes.Upload(SessionId(sessionId));
        var limit = _options.CallLimit + TimeSpan.FromSeconds((double)content.Length / _options.MinUploadRate);
        return CallAsync(
            () =>
            {
                var message = Post(path);
                message.Content = new UploadBody(content, sentBytes, _options.TransferStallLimit, _clock);
                message.Headers.ExpectContinue = content.Length >= AskFirstBytes;
                return message;
            },
            Change(CallScope.Session, mayReplay: false, UploadLost, limit),
            ReadUpload,
            cancellationToken);
    }

    /// <summary>The backend fetches the files itself.</summary>
    public Task<IReadOnlyList<UploadedFile>> UploadUrlsAsync(
        string sessionId, IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        var path = Routes.Upload(SessionId(sessionId));
        if (urls.Count == 0 || !urls.All(IsWebAddress))
        {
            throw new BackendException(
                BackendFault.RequestRefused, "An upload by address takes http and https addresses without user and password. Nothing was sent.");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(new UploadUrls { Urls = urls }, WireJson.Default.UploadUrls);
        return CallAsync(
            () => Post(path, body),
            Change(CallScope.Session, mayReplay: false, UploadLost, _options.UrlUploadLimit),
            ReadUpload,
            cancellationToken);
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { UserInfo: "", Host.Length: > 0 };

    private static IReadOnlyList<UploadedFile> ReadUpload(JsonElement data)
    {
        var files = data.ValueKind == JsonValueKind.Array ? ReadFiles(data.EnumerateArray()) : ReadFiles(data.Items("files"));
        return files.Count > 0
            ? files
            : throw new BackendException(
                BackendFault.OutcomeUnknown, "The backend took the upload and did not say what it made of it. Look at the project's uploads before uploading it again.");
    }
}
