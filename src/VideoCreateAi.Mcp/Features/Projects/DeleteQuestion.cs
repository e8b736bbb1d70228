using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.Mcp.Features.Projects;

/// <summary>Asks the person at the client, where there is a way to, whether a project may go.</summary>
internal static class DeleteQuestion
{
    private const string Key = "delete";

    /// <summary>A client that says nothing of forms and links alike knows forms: that is how the capability began.</summary>
    public static bool CanBeAsked(McpServer server) =>
        server.IsMrtrSupported && server.ClientCapabilities?.Elicitation is { } asks && (asks.Form is not null || asks.Url is null);

    /// <param name="code">Comes back with the answer, and says that it is to this question.</param>
    public static InputRequiredException Ask(string words, string code) => new(
        new Dictionary<string, InputRequest>
        {
            [Key] = InputRequest.ForElicitation(new ElicitRequestParams
            {
                Message = words,
                RequestedSchema = new ElicitRequestParams.RequestSchema
                {
                    Properties = { [Key] = new ElicitRequestParams.BooleanSchema { Title = "Delete it", Description = "This cannot be undone.", Default = false } },
                    Required = [Key],
                },
            }),
        },
        code);

    /// <summary>What the person said, and to which question; null when nobody was asked.</summary>
    public static (string Code, bool Agreed)? AnswerIn(CallToolRequestParams? call)
    {
        if (call is not { RequestState: { } code, InputResponses: { } answers } || !answers.TryGetValue(Key, out var answer))
        {
            return null;
        }

        var result = answer.Deserialize(InputResponse.ElicitResultJsonTypeInfo);
        return (code, result is { IsAccepted: true, Content: { } content } && content.TryGetValue(Key, out var said) && said.ValueKind == System.Text.Json.JsonValueKind.True);
    }
}
