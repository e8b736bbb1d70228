using VideoCreateAi.Mcp.Gateway;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Which backend the settings mean: the cloud when a token is given or it is asked for, else the studio.</summary>
internal static class BackendChoice
{
    public static BackendDescription Of(ServerSettings settings) => settings.Backend.ToLowerInvariant() switch
    {
        "studio" => BackendDescription.Studio,
        "cloud" => BackendDescription.Cloud(settings.CloudAddress),
        "auto" => settings.Token is null ? BackendDescription.Studio : BackendDescription.Cloud(settings.CloudAddress),
        var address when Uri.TryCreate(address, UriKind.Absolute, out var url) && IsAllowed(url) => BackendDescription.At(url),
        var other => throw new ArgumentException(
            $"The backend '{other}' is none of auto, studio, cloud or an https address (http only on this machine)."),
    };

    private static bool IsAllowed(Uri url) => url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback);
}
