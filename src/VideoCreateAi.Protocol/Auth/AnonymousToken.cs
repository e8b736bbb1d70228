using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Auth;

/// <summary>A starter token: 100 credits for 7 days, one per client id.</summary>
public sealed record AnonymousToken
{
    [JsonPropertyName("token")]
    public required string Token { get; init; }

    [JsonPropertyName("user_id")]
    public string? UserId { get; init; }

    [JsonPropertyName("expires_at")]
    public DateTimeOffset? ExpiresAt { get; init; }

    [JsonPropertyName("credits")]
    public int? Credits { get; init; }
}
