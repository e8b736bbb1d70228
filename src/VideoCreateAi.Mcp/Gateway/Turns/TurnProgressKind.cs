namespace VideoCreateAi.Mcp.Gateway.Turns;

internal enum TurnProgressKind
{
    /// <summary>The backend took the message and began to answer.</summary>
    Accepted,
    Heartbeat,
    ToolCalled,
    ToolAnswered,
    Text,

    /// <summary>Nothing new for a while; it still works.</summary>
    StillWorking,
}
