using System.CommandLine;
using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Studio;

namespace VideoCreateAi.Mcp.Hosting.StudioProcess;

/// <summary>What the nodes of a farm share, as it is said on the command line or in the environment.</summary>
internal sealed class FarmOptions
{
    private const string DatabaseVariable = "VIDEOCREATEAI_DB";
    private const string BlobsVariable = "VIDEOCREATEAI_BLOBS";

    public Option<string?> Database { get; } = new("--db")
    {
        Description = $"A PostgreSQL that the nodes of a farm share, such as \"Host=db;Database=studio;Username=studio\" ({DatabaseVariable}; a password is better there). Default: SQLite in the data directory.",
        Recursive = true,
    };

    public Option<string?> Blobs { get; } = new("--blobs")
    {
        Description = $"Where the nodes of a farm share files: file:FOLDER or s3://BUCKET ({BlobsVariable}). Default: the data directory.",
    };

    public Option<string?> Node { get; } = new("--node") { Description = "This node's name among the others, unique. Default: the machine's name and the process id." };

    /// <exception cref="InvalidDataException">They do not go together.</exception>
    public StudioOptions Of(ParseResult arguments, StudioOptions alone)
    {
        var database = arguments.GetValue(Database) ?? ServerSettings.Variable(DatabaseVariable);
        var blobs = arguments.GetResult(Blobs) is null ? null : arguments.GetValue(Blobs);
        blobs ??= ServerSettings.Variable(BlobsVariable);
        if (database is null)
        {
            return alone.Role == StudioRole.All && blobs is null
                ? alone
                : throw new InvalidDataException("Nodes of a farm share a database: name it with --db or VIDEOCREATEAI_DB.");
        }

        return alone.InFarm(database, blobs, ServerSettings.Variable("AWS_ENDPOINT_URL_S3"), arguments.GetValue(Node));
    }

    /// <summary>Runs a command and says in one line what was wrong with its words or its database.</summary>
    public static async Task<int> TellAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return (int)ShellExit.WrongUsage;
        }
    }
}
