namespace VideoCreateAi.Mcp.Gateway.Turns;

internal enum TurnEventKind
{
    /// <summary>It lives, and says no more.</summary>
    Heartbeat,

    /// <summary>Text, tool calls or tool results.</summary>
    Content,

    /// <summary>A failure.</summary>
    Failure,

    /// <summary>Well-formed, of a kind that this build does not know.</summary>
    Unknown,

    /// <summary>Not readable as an event.</summary>
    Unreadable,
}
