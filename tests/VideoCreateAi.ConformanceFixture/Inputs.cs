using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace VideoCreateAi.ConformanceFixture;

/// <summary>Questions to a client, and its answers, which may be anything.</summary>
internal static class Inputs
{
    public static InputRequest Elicitation(string message, string field) => InputRequest.ForElicitation(new ElicitRequestParams
    {
        Message = message,
        RequestedSchema = new()
        {
            Properties = new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>
            {
                [field] = field == "ok" ? new ElicitRequestParams.BooleanSchema() : new ElicitRequestParams.StringSchema(),
            },
            Required = [field],
        },
    });

    public static InputRequest Sampling(string prompt) => InputRequest.ForSampling(new CreateMessageRequestParams
    {
        Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] }],
        MaxTokens = 100,
    });

    /// <summary>Null when the answer is missing or no object.</summary>
    public static JsonElement? Answer(RequestParams? call, string key) =>
        call?.InputResponses is { } answers && answers.TryGetValue(key, out var answer) && answer.RawValue is { ValueKind: JsonValueKind.Object } value ? value : null;

    /// <summary>A field of an accepted elicitation; null when there is none.</summary>
    public static string? Field(RequestParams? call, string key, string field) =>
        Answer(call, key) is { } answer
        && answer.TryGetProperty("action", out var action) && action.ValueEquals("accept")
        && answer.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object
        && content.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
