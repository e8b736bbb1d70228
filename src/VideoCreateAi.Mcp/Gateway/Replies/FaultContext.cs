namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>What a message about a refusal needs to know besides the refusal.</summary>
/// <param name="IsAnonymous">True when the token is a starter token of ours.</param>
internal sealed record FaultContext(BackendDescription Backend, Uri WebAddress, bool IsAnonymous, string? UserId, CallScope Scope);
