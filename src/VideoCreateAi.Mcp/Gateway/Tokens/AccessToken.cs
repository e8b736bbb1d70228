namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>The bearer token in use. <see cref="ToString"/> keeps it out of logs.</summary>
internal sealed record AccessToken(string Value, string? UserId, DateTimeOffset? ExpiresAt)
{
    /// <summary>True for a starter token of ours, false for one that the user configured.</summary>
    public bool IsAnonymous { get; init; }

    public override string ToString() => "token (not shown)";
}
