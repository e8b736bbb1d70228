namespace VideoCreateAi.Studio;

/// <summary>How a studio is set up. Built by the command line; nothing below it reads the environment.</summary>
public sealed record StudioOptions
{
    /// <summary>Holds the database, media and finished renders. Owned by one studio at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Unix domain socket to listen on; null when <see cref="Urls"/> is given.</summary>
    public string? SocketPath { get; init; }

    /// <summary>Addresses to listen on instead of a socket, such as <c>http://127.0.0.1:8790</c>.</summary>
    public string? Urls { get; init; }

    /// <summary>What this node of a farm does. On its own a studio does all.</summary>
    public StudioRole Role { get; init; } = StudioRole.All;

    /// <summary>A PostgreSQL that the nodes share, in Npgsql's words. Null = SQLite in the data directory, and no other nodes.</summary>
    public string? Database { get; init; }

    /// <summary>Where nodes share files: <c>file:FOLDER</c> or <c>s3://BUCKET</c>. Null = in the data directory. Goes with <see cref="Database"/>.</summary>
    public string? Blobs { get; init; }

    /// <summary>Address of an S3 store that is not Amazon's.</summary>
    public string? BlobEndpoint { get; init; }

    /// <summary>This node's name among the others. Unique.</summary>
    public string NodeId { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}";

    /// <summary>Renders that may be waiting in a farm before it asks its users to come back later.</summary>
    public int MostWaiting { get; init; } = 1000;

    /// <summary>Whether other nodes work with the same database.</summary>
    public bool IsFarm => Database is not null;

    public required string ProductVersion { get; init; }

    /// <summary>Renders at once, or parts of them. 1 to 64.</summary>
    public int RenderSlots { get; init; } = 1;

    /// <summary>How long a studio without work and without visitors lives. Null = for ever.</summary>
    public TimeSpan? IdleLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Folders where programs are looked for, in the form of PATH.</summary>
    public string? ToolPath { get; init; }

    /// <summary>Full paths that win over <see cref="ToolPath"/>; null = looked for.</summary>
    public string? FfmpegPath { get; init; }

    public string? FfprobePath { get; init; }

    public string? FluidsynthPath { get; init; }

    /// <summary>What starts this program as the process that draws letters: its full path, then its arguments. Empty = letters are drawn here.</summary>
    public IReadOnlyList<string> Lettering { get; init; } = [];

    /// <summary>Folders that this program lives from, such as the runtime's.</summary>
    public IReadOnlyList<string> LetteringFolders { get; init; } = [];

    public string CacheFolder => Path.Combine(DataFolder, "cache");

    public string MediaFolder => Path.Combine(DataFolder, "media");

    public string RenderFolder => Path.Combine(DataFolder, "renders");

    public string ScratchFolder => Path.Combine(DataFolder, "scratch");

    public string DatabasePath => Path.Combine(DataFolder, "studio.db");

    /// <summary>As a node of a farm, which never ends by itself.</summary>
    /// <param name="node">Null = a name of its own.</param>
    public StudioOptions InFarm(string database, string? blobs, string? blobEndpoint, string? node) => this with
    {
        Database = database,
        Blobs = blobs,
        BlobEndpoint = blobEndpoint,
        NodeId = node ?? NodeId,
        IdleLimit = null,
    };

    /// <summary>Without what is in it: the database's words may hold a password.</summary>
    public override string ToString() => nameof(StudioOptions);
}
