using System.Reflection;
using VideoCreateAi.Mcp.Files;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What the command line and the environment say, with defaults filled in. The only reader of the environment.</summary>
internal sealed record ServerSettings
{
    private const string FolderName = "videocreateai";
    private const string ExportFolderName = "VideoCreateAi";

    private static readonly string[] s_privateFolders = ["tokens", "media", "cache", "renders", "scratch", "logs"];

    public required string DataFolder { get; init; }

    public required string OutputFolder { get; init; }

    /// <summary>auto, studio, cloud or an address.</summary>
    public required string Backend { get; init; }

    public IReadOnlyList<string> AllowedFolders { get; init; } = [];

    public string? Token { get; init; }

    public string? ClientId { get; init; }

    public Uri CloudAddress { get; init; } = new("https://mega-api-prod.nemovideo.ai/");

    public Uri WebAddress { get; init; } = new("https://nemovideo.com/");

    /// <summary>The platform header, where the environment sets it.</summary>
    public string? Platform { get; init; }

    public static string ProductVersion { get; } =
        typeof(ServerSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static ServerSettings Read(string? data, string? output, string? backend, IReadOnlyList<string> allowed)
    {
        var dataFolder = Path.GetFullPath(data ?? Variable("VIDEOCREATEAI_DATA") ?? DefaultDataFolder());
        return new ServerSettings
        {
            DataFolder = dataFolder,
            OutputFolder = Path.GetFullPath(output ?? Variable("VIDEOCREATEAI_OUTPUT") ?? DefaultOutputFolder(dataFolder)),
            Backend = backend ?? Variable("VIDEOCREATEAI_BACKEND") ?? "auto",
            AllowedFolders = [.. allowed, .. Variable("VIDEOCREATEAI_ALLOW")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? []],
            Token = Variable("NEMO_TOKEN"),
            ClientId = Variable("NEMO_CLIENT_ID"),
            CloudAddress = Address("NEMO_API_URL") ?? new Uri("https://mega-api-prod.nemovideo.ai/"),
            WebAddress = Address("NEMO_WEB_URL") ?? new Uri("https://nemovideo.com/"),
            Platform = Variable("SKILL_SOURCE"),
        };
    }

    /// <summary>Where files may be read from.</summary>
    public FileAccessOptions FileAccess()
    {
        var home = Folder(Environment.SpecialFolder.UserProfile);
        return new FileAccessOptions
        {
            HomeFolder = home,
            WorkingDirectory = Environment.CurrentDirectory,
            UserFolders =
            [
                .. new[]
                {
                    Folder(Environment.SpecialFolder.MyPictures), Folder(Environment.SpecialFolder.MyVideos),
                    Folder(Environment.SpecialFolder.MyMusic), Folder(Environment.SpecialFolder.Desktop), Folder(Environment.SpecialFolder.MyDocuments),
                }.OfType<string>(),
                .. home is null ? [] : FileAccessOptions.CustomaryUserFolders(home),
            ],
            OutputFolder = OutputFolder,
            ExtraFolders = AllowedFolders,

            // Not the data directory as a whole: without a Videos folder the exports, which are always readable, lie in it.
            PrivateFolders = [.. s_privateFolders.Select(name => Path.Combine(DataFolder, name))],
        };
    }

    /// <summary>An ffmpeg that wins over the one on PATH, with ffprobe beside it (<c>VIDEOCREATEAI_FFMPEG</c>).</summary>
    public static string? FfmpegPath() => Variable("VIDEOCREATEAI_FFMPEG");

    /// <summary>PATH and the folders where package managers put programs: clients with windows often start servers with a bare PATH.</summary>
    public static string ToolPath()
    {
        string[] usual = OperatingSystem.IsWindows()
            ? []
            : ["/usr/local/bin", "/usr/bin", "/bin", "/opt/homebrew/bin", "/opt/local/bin"];
        var path = Variable("PATH") ?? "";
        return string.Join(Path.PathSeparator, [path, .. usual.Where(folder => !path.Split(Path.PathSeparator).Contains(folder))]);
    }

    public static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    private static Uri? Address(string name) => Variable(name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null;

    private static string DefaultDataFolder() => Path.Combine(
        Folder(Environment.SpecialFolder.LocalApplicationData) ?? Path.Combine(Path.GetTempPath(), Environment.UserName), FolderName);

    private static string DefaultOutputFolder(string dataFolder) => Path.Combine(
        Folder(Environment.SpecialFolder.MyVideos) is { } videos && Directory.Exists(videos) ? videos : dataFolder, ExportFolderName);

    private static string? Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } path ? path : null;
}
