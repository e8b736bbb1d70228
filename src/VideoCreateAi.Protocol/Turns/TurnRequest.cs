using System.Text.Json;
using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Turns;

/// <summary>One user message for <c>/run_sse</c>.</summary>
public sealed record TurnRequest
{
    [JsonPropertyName("app_name")]
    public string AppName { get; set; } = "nemo_agent";

    [JsonPropertyName("user_id")]
    public string UserId { get; set; } = "me";

    [JsonPropertyName("session_id")]
    public required string SessionId { get; init; }

    [JsonPropertyName("new_message")]
    public required TurnMessage NewMessage { get; init; }

    /// <param name="operations">For the studio alone.</param>
    public static TurnRequest Of(string sessionId, string text, JsonElement? operations = null) =>
        new() { SessionId = sessionId, NewMessage = new TurnMessage { Parts = [new TurnMessagePart { Text = text, Operations = operations }] } };
}
