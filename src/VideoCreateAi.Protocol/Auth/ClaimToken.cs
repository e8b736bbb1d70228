using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Auth;

/// <summary>Lets a person take a project over in a browser. It is no bearer token and may stand in an address.</summary>
public sealed record ClaimToken
{
    [JsonPropertyName("claim_token")]
    public required string Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int? ExpiresIn { get; init; }
}
