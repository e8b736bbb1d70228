using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>How the studio of this machine is set up: for the studio itself, and for what looks whether it would find its programs.</summary>
internal static class StudioSetup
{
    /// <param name="urls">Null = the user's socket.</param>
    /// <param name="idleLimit">Null = for ever.</param>
    /// <param name="slots">Renders at once.</param>
    public static StudioOptions Of(
        ServerSettings settings, string? urls = null, TimeSpan? idleLimit = null, StudioRole role = StudioRole.All, int slots = 1) => new()
    {
        Role = role,
        RenderSlots = Math.Clamp(slots, 1, 64),
        DataFolder = settings.DataFolder,
        ProductVersion = ServerSettings.ProductVersion,
        SocketPath = urls is null ? StudioSocket.PathFor(settings.DataFolder) : null,
        Urls = urls,
        IdleLimit = idleLimit,
        ToolPath = ServerSettings.ToolPath(),
        FfmpegPath = ServerSettings.FfmpegPath(),
        FfprobePath = Beside(ServerSettings.FfmpegPath(), "ffprobe"),
        Lettering = LetteringVerb.Command(),
        LetteringFolders = LetteringVerb.Folders(),
    };

    private static string? Beside(string? ffmpeg, string name) =>
        ffmpeg is null ? null : Path.Combine(Path.GetDirectoryName(ffmpeg) ?? "", name + Path.GetExtension(ffmpeg));
}
