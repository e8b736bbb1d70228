namespace VideoCreateAi.Mcp.Gateway;

/// <summary>What may be done with a call when it does not go well.</summary>
/// <param name="MayReplay">It may be made again once after a token was refused.</param>
/// <param name="ReplyLimit">The largest reply that is read, in bytes.</param>
/// <param name="Limit">The time for the whole call.</param>
/// <param name="WhenLost">What the user is told when the reply of a call with a side effect is lost; null for reads.</param>
internal sealed record CallTraits(CallScope Scope, bool MayReplay, int ReplyLimit, TimeSpan Limit, string? WhenLost = null);
