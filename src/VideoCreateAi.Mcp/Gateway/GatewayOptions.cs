namespace VideoCreateAi.Mcp.Gateway;

/// <summary>How the gateway speaks to its backend: who it says it is, and every limit that it keeps.</summary>
internal sealed class GatewayOptions
{
    public const string UnknownPlatform = "unknown";

    /// <summary>The backend's address; null for the studio, which is reached over its socket.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The base of links that a person opens in a browser.</summary>
    public Uri WebAddress { get; set; } = new("https://nemovideo.com/");

    /// <summary>A token that the user configured. It is used as it is and never replaced.</summary>
    public string? Token { get; set; }

    /// <summary>A client id that the user configured; null = the one kept on disk.</summary>
    public string? ClientId { get; set; }

    /// <summary>Where client id and starter tokens are kept.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>The client id file that other products of the vendor share; used for the vendor's cloud alone.
    /// Null = a file in <see cref="DataFolder"/>.</summary>
    public string? SharedClientIdPath { get; set; }

    /// <summary>Hears what was begun at the backend without being asked for by name, <c>token</c> or <c>session</c>, and the fault
    /// where it came to nothing.</summary>
    public Func<string, BackendFault?, Task>? Begun { get; set; }

    public string ProductVersion { get; set; } = "";

    /// <summary>Read at every request: it is known for sure only after the MCP client has introduced itself.</summary>
    public string Platform { get; set; } = UnknownPlatform;

    /// <summary>Use the proxy of the environment. Never used for loopback, the studio or downloads.</summary>
    public bool UseProxy { get; set; }

    /// <summary>For one try of a call whose reply is small, from the first byte out to the last byte in.</summary>
    public TimeSpan AttemptLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For such a call with all its tries and waits.</summary>
    public TimeSpan CallLimit { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>For an upload by address, where the backend fetches the files while we wait.</summary>
    public TimeSpan UrlUploadLimit { get; set; } = TimeSpan.FromMinutes(10);

    public int MaxTries { get; set; } = 3;

    /// <summary>The wait before the second try; it grows from there, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A backend that asks to wait longer than this is not waited for.</summary>
    public TimeSpan MaxRetryWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a render whose submit got no reply may stay unknown before it is submitted once more.</summary>
    public TimeSpan SubmitGrace { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an upload whose reply was lost is looked for in the project's state.</summary>
    public TimeSpan UploadGrace { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>An upload or download that moves no byte for this long is given up.</summary>
    public TimeSpan TransferStallLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The slowest upload that is waited for, in bytes a second.</summary>
    public long MinUploadRate { get; set; } = 50_000;

    /// <summary>A turn's stream without a single byte for this long is broken.</summary>
    public TimeSpan TurnByteLimit { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>A turn's stream with nothing but heartbeats for this long is stalled.</summary>
    public TimeSpan TurnIdleLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>As <see cref="TurnIdleLimit"/>, once the backend has reported a failure: then there is little to wait for.</summary>
    public TimeSpan TurnFailedLimit { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan TurnTotalLimit { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A sign of life goes to the user after this long without news, and again.</summary>
    public TimeSpan StillWorkingInterval { get; set; } = TimeSpan.FromMinutes(2);

    public int MaxStreamLineBytes { get; set; } = 1024 * 1024;

    public int MaxStreamEventBytes { get; set; } = 4 * 1024 * 1024;

    public long MaxStreamBytes { get; set; } = 64L * 1024 * 1024;

    public int MaxStreamEvents { get; set; } = 100_000;

    /// <summary>The largest project state that is read.</summary>
    public int MaxStateBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The largest of all other replies that is read.</summary>
    public int MaxReplyBytes { get; set; } = 1024 * 1024;

    /// <summary>How much of a failure's body is looked at.</summary>
    public int MaxErrorBytes { get; set; } = 64 * 1024;

    public long MaxDownloadBytes { get; set; } = 10_000_000_000;

    internal Task TellBegunAsync(string what, BackendFault? fault) => Begun?.Invoke(what, fault) ?? Task.CompletedTask;
}
