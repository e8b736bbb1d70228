using System.Text.Json;
using VideoCreateAi.Mcp.Gateway.Transport;
using VideoCreateAi.Protocol;
using VideoCreateAi.Protocol.Studio;

namespace VideoCreateAi.Mcp.Gateway;

internal sealed partial class BackendClient
{
    private const string CleanLost =
        "The connection broke while space was being freed, and how much was is not known. To do it again does no harm.";

    /// <summary>What takes space at the studio.</summary>
    public Task<StorageReport> ReadStorageAsync(CancellationToken cancellationToken) => CallAsync(
        () => Get(Routes.StudioStorage),
        Read(CallScope.Account, _options.MaxStateBytes),
        data => data.Deserialize(WireJson.Default.StorageReport) ?? throw Unreadable("what takes space"),
        cancellationToken);

    /// <summary>Has the studio free space. Twice is the same as once.</summary>
    public Task<StorageFreed> CleanStorageAsync(StorageCleaning cleaning, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(cleaning, WireJson.Default.StorageCleaning);
        return CallAsync(
            () =>
            {
                var message = Post(Routes.StudioStorageClean, body);
                message.Options.Set(RequestTraits.Resend, Resend.WhenItFailed);
                return message;
            },
            Change(CallScope.Account, mayReplay: true, CleanLost),
            data => data.Deserialize(WireJson.Default.StorageFreed) ?? throw Unreadable("what was freed"),
            cancellationToken);
    }
}
