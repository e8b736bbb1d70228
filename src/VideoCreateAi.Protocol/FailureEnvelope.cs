using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol;

/// <summary>The envelope of a failure.</summary>
public sealed record FailureEnvelope
{
    [JsonPropertyName("code")]
    public required int Code { get; init; }

    [JsonPropertyName("message")]
    public required string Message { get; init; }

    /// <summary>The studio's own stable word for it, such as <c>unreadable_media</c>.</summary>
    [JsonPropertyName("error")]
    public string? Error { get; init; }
}
