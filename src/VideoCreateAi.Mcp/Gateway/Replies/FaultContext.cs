namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>What a message about a refusal needs to know besides the refusal.</summary>
/// <param name="IsAnonymous">True when the token is a starter token of ours.</param>
internal sealed record FaultContext(BackendDescription Backend, WebLinks Links, bool IsAnonymous, string? UserId, CallScope Scope)
{
    /// <summary>True when the backend worked before it said no, so that nothing can be promised about what it did.</summary>
    public bool WorkMayHaveBegun { get; init; }

    public bool IsOfSession => Scope is CallScope.Session or CallScope.Turn;
}
