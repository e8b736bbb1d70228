using System.Text.Json;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    /// <summary>Where the files of a project lie on this machine. Empty where the backend does not tell: only a studio on its socket does.</summary>
    public async Task<IReadOnlyList<MediaPlace>> GetMediaPlacesAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (Backend.Kind != BackendKind.Studio)
        {
            return [];
        }

        var path = Routes.StudioMedia(SessionId(sessionId));
        try
        {
            return await CallAsync(
                () => Get(path),
                Read(CallScope.Session, _options.MaxStateBytes),
                data => (data.Deserialize(WireJson.Default.MediaPlaces) ?? throw Unreadable("where the files lie")).Media,
                cancellationToken);
        }
        catch (BackendException exception) when (exception.Fault == BackendFault.NotFound)
        {
            return [];
        }
    }
}
