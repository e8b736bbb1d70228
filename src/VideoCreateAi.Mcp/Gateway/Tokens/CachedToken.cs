using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Gateway.Tokens;

/// <summary>A starter token as it lies on disk.</summary>
internal sealed record CachedToken
{
    public const int CurrentVersion = 1;

    [JsonPropertyName("v")]
    public int Version { get; init; } = CurrentVersion;

    [JsonPropertyName("token")]
    public string? Token { get; init; }

    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True once a project was begun with this token: another token may not reach it.</summary>
    [JsonPropertyName("has_projects")]
    public bool HasProjects { get; init; }

    /// <summary>The backend refused to give a token before this time.</summary>
    [JsonPropertyName("not_before")]
    public DateTimeOffset? NotBefore { get; init; }
}
