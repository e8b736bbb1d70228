using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol;

/// <summary>The REST envelope: <c>{"code":0,"data":{…}}</c>, or a code and a message and no data.</summary>
public sealed record Envelope<T>
    where T : class
{
    [JsonPropertyName("code")]
    public int Code { get; init; }

    [JsonPropertyName("message")]
    public string? Message { get; init; }

    [JsonPropertyName("data")]
    public T? Data { get; init; }
}
