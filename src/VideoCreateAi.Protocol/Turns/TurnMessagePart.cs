using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

public sealed record TurnMessagePart
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>A list of exact edits in place of words; the text is then the name of the step. Only the embedded studio takes it: it is
    /// never sent anywhere else.</summary>
    [JsonPropertyName("operations")]
    public JsonElement? Operations { get; init; }
}
