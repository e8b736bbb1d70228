namespace VideoCreateAi.Mcp.Routing;

/// <summary>A stretch of the message and what it tells.</summary>
internal readonly record struct CueToken(int Start, int End, Cue Cue, byte Language)
{
    /// <summary>Ends a clause: punctuation.</summary>
    public bool IsStop { get; init; }

    /// <summary>A file or address: its place in the list of mentions, else -1.</summary>
    public int Mention { get; init; } = -1;
}
