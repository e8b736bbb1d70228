namespace VideoCreateAi.Mcp.Ledger;

/// <summary>One side effect: what was done on whose behalf and how it ended. No words of the user's and no content of files.</summary>
internal sealed record AuditLine
{
    /// <summary>In place of a tool's name, for what the server begins before any tool can work.</summary>
    public const string NoTool = "server";

    public DateTimeOffset Time { get; init; }

    public int ProcessId { get; init; }

    public required string Tool { get; init; }

    /// <summary>upload, fetch, edit, restore, export, call for a tool that does its work at once; token or session for what was begun
    /// at the backend.</summary>
    public required string Effect { get; init; }

    public string? JobId { get; init; }

    public string? ProjectId { get; init; }

    /// <summary>The name of the file that left or came to this machine, without its folder.</summary>
    public string? File { get; init; }

    public long? Bytes { get; init; }

    /// <summary>done, failed, unknown, cancelled, or left when the process ended and the next one goes on.</summary>
    public required string Outcome { get; init; }

    /// <summary>The stable code of a failure.</summary>
    public string? Code { get; init; }
}
