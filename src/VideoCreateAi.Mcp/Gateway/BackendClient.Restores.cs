using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>What only our own studio can do. No call of these goes to another backend.</summary>
internal sealed partial class BackendClient
{
    private const string RestoreLost =
        "The connection broke while the older timeline was put back, and whether it was is not known. Look with get_timeline; to restore the same step again does no harm.";

    private const string DeleteLost =
        "The connection broke while the project was deleted, and whether it was is not known. To delete it again does no harm.";

    /// <summary>Makes this the project's timeline, as a new version that follows the current one. Twice is the same as once.</summary>
    public Task RestoreDraftAsync(string sessionId, RawDraft draft, CancellationToken cancellationToken)
    {
        var path = Routes.StudioDraft(SessionId(sessionId));
        return ChangeStudioAsync(() => new HttpRequestMessage(HttpMethod.Put, path) { Content = new SendOnceContent(draft.Utf8) }, RestoreLost, cancellationToken);
    }

    /// <summary>Takes the project away with its versions, and with the media that no other one uses.</summary>
    /// <returns>False when there was none.</returns>
    public async Task<bool> DeleteProjectAsync(string sessionId, CancellationToken cancellationToken)
    {
        var path = Routes.StudioProject(SessionId(sessionId));
        try
        {
            await ChangeStudioAsync(() => new HttpRequestMessage(HttpMethod.Delete, path), DeleteLost, cancellationToken);
            return true;
        }
        catch (BackendException gone) when (gone.Fault == BackendFault.SessionNotFound)
        {
            return false;
        }
    }

    private Task<bool> ChangeStudioAsync(Func<HttpRequestMessage> request, string whenLost, CancellationToken cancellationToken) => CallAsync(
        () =>
        {
            var message = request();
            message.Options.Set(RequestTraits.Resend, Resend.WhenItFailed);
            return message;
        },
        Change(CallScope.Session, mayReplay: true, whenLost),
        _ => true,
        cancellationToken);
}
