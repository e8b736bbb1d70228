using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    // The picture is ASCII in its reply, a third longer than its bytes.
    private const int MaxPreviewBytes = 400_000;

    /// <summary>Draws a project's timeline, or the draft that the request brings. Only the studio can.</summary>
    public Task<PreviewImage> PreviewAsync(string sessionId, PreviewRequest request, CancellationToken cancellationToken)
    {
        var path = Routes.StudioPreview(SessionId(sessionId));
        var body = JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Default.PreviewRequest);
        return CallAsync(() => Post(path, body), Read(CallScope.Session, MaxPreviewBytes), ReadPreview, cancellationToken);
    }

    /// <summary>The contact sheet of a finished render. Only the studio can.</summary>
    public Task<PreviewImage> GetSheetAsync(string renderId, CancellationToken cancellationToken)
    {
        var path = Routes.StudioSheet(RenderId(renderId));
        return CallAsync(() => Get(path), Read(CallScope.Render, MaxPreviewBytes), ReadPreview, cancellationToken);
    }

    /// <summary>One sheet of several finished renders: a row of frames each, with its number. Only the studio can.</summary>
    public Task<PreviewImage> GetRowsAsync(IReadOnlyList<(int Number, string RenderId)> renders, CancellationToken cancellationToken)
    {
        var path = Routes.StudioRowsOf(renders.Select(render => (render.Number, RenderId(render.RenderId))));
        return CallAsync(() => Get(path), Read(CallScope.Render, MaxPreviewBytes), ReadPreview, cancellationToken);
    }

    private static PreviewImage ReadPreview(JsonElement data)
    {
        try
        {
            return data.Deserialize(WireJson.Default.PreviewImage) ?? throw Unreadable("the preview");
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            throw Unreadable("the preview");
        }
    }
}
