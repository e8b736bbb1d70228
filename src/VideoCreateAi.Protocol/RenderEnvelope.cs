using System.Text.Json.Serialization;
using VideoCreateAi.Protocol.Renders;

namespace VideoCreateAi.Protocol;

/// <summary>The envelope of the render calls: <c>{"success":true,"data":{…}}</c>.</summary>
public sealed record RenderEnvelope
{
    [JsonPropertyName("success")]
    public bool Success { get; init; }

    [JsonPropertyName("data")]
    public RenderStatus? Data { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("code")]
    public int? Code { get; init; }
}
