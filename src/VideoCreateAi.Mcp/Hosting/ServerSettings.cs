using System.Globalization;
using System.Reflection;
using VideoCreateAi.Mcp.Files;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>What the command line and the environment say, with defaults filled in. The only reader of the environment.</summary>
internal sealed record ServerSettings
{
    private const string ConfirmName = "VIDEOCREATEAI_CONFIRM";
    private const string CreditCapName = "VIDEOCREATEAI_CREDIT_CAP";
    private const string FolderName = "videocreateai";
    private const string ExportFolderName = "VideoCreateAi";


    private static readonly string[] s_proxyNames = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
    private static readonly string[] s_privateFolders = ["tokens", "media", "cache", "renders", "scratch", "logs", "desk"];

    public static Uri UsualCloud { get; } = new("https://mega-api-prod.nemovideo.ai/");

    public static Uri UsualWeb { get; } = new("https://nemovideo.com/");

    public required string DataFolder { get; init; }

    public required string OutputFolder { get; init; }

    /// <summary>auto, studio, cloud or an address.</summary>
    public required string Backend { get; init; }

    public IReadOnlyList<string> AllowedFolders { get; init; } = [];

    /// <summary>Full paths of files that the command line of this process names, each an allowed input.</summary>
    public IReadOnlyList<string> NamedFiles { get; init; } = [];

    /// <summary>Nothing is changed, whatever else is set.</summary>
    public bool IsReadOnly { get; init; }

    public string? Token { get; init; }

    public string? ClientId { get; init; }

    public Uri CloudAddress { get; init; } = UsualCloud;

    public Uri WebAddress { get; init; } = UsualWeb;

    /// <summary>The platform header, where the environment sets it.</summary>
    public string? Platform { get; init; }

    /// <summary>True when the environment names a proxy.</summary>
    public bool UseProxy { get; init; }

    /// <summary>What may be spent, and when the user is asked.</summary>
    public SpendingRules Spending { get; init; } = new();

    /// <summary>What is set and cannot be read, each a sentence for the user.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public static string ProductVersion { get; } =
        typeof(ServerSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <param name="confirm">As <c>--confirm</c> says it.</param>
    public static ServerSettings Read(
        string? data = null, string? output = null, string? backend = null, IReadOnlyList<string>? allowed = null, bool isReadOnly = false, string? confirm = null, string? creditCap = null)
    {
        var settings = Read(data, output, backend, allowed ?? [], name => name switch
        {
            ConfirmName => confirm ?? Variable(name),
            CreditCapName => creditCap ?? Variable(name),
            _ => Variable(name),
        });
        return isReadOnly ? settings with { IsReadOnly = true } : settings;
    }

    /// <param name="variable">The environment: a name's value, null for none.</param>
    public static ServerSettings Read(
        string? data, string? output, string? backend, IReadOnlyList<string> allowed, Func<string, string?> variable)
    {
        List<string> faults = [];
        var dataFolder = Path.GetFullPath(Named("--data", data, faults) ?? variable("VIDEOCREATEAI_DATA") ?? DefaultDataFolder());
        return new ServerSettings
        {
            DataFolder = dataFolder,
            OutputFolder = Path.GetFullPath(Named("--output", output, faults) ?? variable("VIDEOCREATEAI_OUTPUT") ?? DefaultOutputFolder(dataFolder)),
            Backend = backend ?? variable("VIDEOCREATEAI_BACKEND") ?? "auto",
            AllowedFolders = [.. allowed, .. variable("VIDEOCREATEAI_ALLOW")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? []],
            IsReadOnly = Switch("VIDEOCREATEAI_READ_ONLY", variable, faults),
            Token = variable("NEMO_TOKEN"),
            ClientId = variable("NEMO_CLIENT_ID"),
            CloudAddress = Address("NEMO_API_URL", variable, UsualCloud, faults),
            WebAddress = Address("NEMO_WEB_URL", variable, UsualWeb, faults),
            UseProxy = s_proxyNames.Any(name => variable(name) is not null),
            Spending = SpendingOf(variable, faults),
            Faults = faults,
            Platform = variable("SKILL_SOURCE"),
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
            NamedFiles = NamedFiles,

            // Not the data directory as a whole: without a Videos folder the exports, which are always readable, lie in it.
            PrivateFolders = [.. s_privateFolders.Select(name => Path.Combine(DataFolder, name))],
        };
    }

    /// <summary>An ffmpeg that wins over the one on PATH, with ffprobe beside it (<c>VIDEOCREATEAI_FFMPEG</c>).</summary>
    public static string? FfmpegPath() => Variable("VIDEOCREATEAI_FFMPEG");

    /// <summary>PATH and the folders where package managers put programs: clients with windows often start servers with a bare PATH.</summary>
    public static string ToolPath() => ToolFolders.Path(ToolFolders.ThisSystem, Variable);

    public static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) && !IsPlaceholder(value) ? value : null;

    /// <summary>What a client passes on as it stands in a configuration when its user has not filled it in, such as <c>${user_config.token}</c>.</summary>
    public static bool IsPlaceholder(string value) => value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith('}');

    /// <summary>A folder of the command line, where what a script left empty is a fault and not the usual one.</summary>
    private static string? Named(string option, string? folder, List<string> faults)
    {
        if (folder is not null && string.IsNullOrWhiteSpace(folder))
        {
            faults.Add($"{option} is empty. Name a folder, or leave the option out.");
            return null;
        }

        return folder;
    }

    private static bool Switch(string name, Func<string, string?> variable, List<string> faults)
    {
        switch (variable(name)?.ToLowerInvariant())
        {
            case null or "0" or "false" or "no" or "off":
                return false;
            case "1" or "true" or "yes" or "on":
                return true;
            default:
                faults.Add($"{name} is neither true nor false.");
                return true;
        }
    }

    private static SpendingRules SpendingOf(Func<string, string?> variable, List<string> faults)
    {
        var rules = new SpendingRules();
        if (variable(ConfirmName) is { } ask)
        {
            if (SpendingRules.TryReadAsk(ask, out var askAbove))
            {
                rules = rules with { AskAbove = askAbove };
            }
            else
            {
                faults.Add($"--confirm ({ConfirmName}) is \"{ask}\"; it must be always, never or above: and a number of credits, such as above:100.");
            }
        }

        if (variable(CreditCapName) is { } cap)
        {
            if (int.TryParse(cap, NumberStyles.None, CultureInfo.InvariantCulture, out var credits))
            {
                rules = rules with { HourlyCap = credits };
            }
            else
            {
                faults.Add($"--credit-cap ({CreditCapName}) is \"{cap}\"; it must be a number of credits, such as {SpendingRules.UsualHourlyCap}.");
            }
        }

        return rules;
    }

    private static Uri Address(string name, Func<string, string?> variable, Uri usual, List<string> faults)
    {
        if (variable(name) is not { } text)
        {
            return usual;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        faults.Add($"{name} is no address. Write it as https://host/ or leave it out.");
        return usual;
    }

    private static string DefaultDataFolder() => Path.Combine(
        Folder(Environment.SpecialFolder.LocalApplicationData) ?? Path.Combine(Path.GetTempPath(), Environment.UserName), FolderName);

    private static string DefaultOutputFolder(string dataFolder) => Path.Combine(
        Folder(Environment.SpecialFolder.MyVideos) is { } videos && Directory.Exists(videos) ? videos : dataFolder, ExportFolderName);

    private static string? Folder(Environment.SpecialFolder folder) =>
        Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } path ? path : null;
}
