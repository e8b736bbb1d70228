using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Renders;

/// <summary>How far an export is, in the form that the studio emits.</summary>
public sealed record RenderStatus
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";

    [JsonPropertyName("id")]
    public required string Id { get; init; }

    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>Percent, 0 to 100.</summary>
    [JsonPropertyName("progress")]
    public double Progress { get; init; }

    /// <summary>How long it will still take, by the frames that are really done. Null = nobody knows yet. Studio only.</summary>
    [JsonPropertyName("secondsLeft")]
    public double? SecondsLeft { get; init; }

    [JsonPropertyName("outputUrl")]
    public string? OutputUrl { get; init; }

    [JsonPropertyName("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonPropertyName("completedAt")]
    public DateTimeOffset? CompletedAt { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("errorCode")]
    public string? ErrorCode { get; init; }

    /// <summary>Bytes of the finished file.</summary>
    [JsonPropertyName("size")]
    public long? Size { get; init; }

    [JsonPropertyName("width")]
    public int? Width { get; init; }

    [JsonPropertyName("height")]
    public int? Height { get; init; }

    /// <summary>Seconds of the finished file.</summary>
    [JsonPropertyName("duration")]
    public double? Duration { get; init; }

    /// <summary>What a careful editor would want to know about the result, in words.</summary>
    [JsonPropertyName("notes")]
    public IReadOnlyList<string>? Notes { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }
}
