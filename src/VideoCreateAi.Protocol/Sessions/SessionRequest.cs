using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Sessions;

public sealed record SessionRequest
{
    [JsonPropertyName("task_name")]
    public string TaskName { get; set; } = "project";

    /// <summary>The language of the user's first message, as a two-letter code.</summary>
    [JsonPropertyName("language")]
    public string Language { get; set; } = "en";
}
