using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.Mcp.Features;

/// <summary>Asks the user through the client, which comes back with the answer. Where a client cannot ask, its own approval of
/// the call is all the consent that there is; the cap of an hour holds all the same.</summary>
internal sealed class SpendingConsent(RequestStates states, RequestContext<CallToolRequestParams> call) : ISpendingConsent
{
    private const string Question = "spend_credits";

    public void Ask(Spending spending)
    {
        if (call.Params?.InputResponses is { } responses && responses.TryGetValue(Question, out var response))
        {
            Read(response, spending);
            return;
        }

        if (!call.Server.IsMrtrSupported || call.Server.ClientCapabilities?.Elicitation is null)
        {
            return;
        }

        throw new InputRequiredException(
            new Dictionary<string, InputRequest>
            {
                [Question] = InputRequest.ForElicitation(new ElicitRequestParams
                {
                    Message = Words(spending),
                    RequestedSchema = new ElicitRequestParams.RequestSchema(),
                }),
            },
            states.Issue(spending.Request));
    }

    private void Read(InputResponse response, Spending spending)
    {
        if (!states.TryRedeem(call.Params?.RequestState, spending.Request))
        {
            throw new ToolRefusedException(
                "confirmation_invalid", "That answer is not to this request, was used before or came too late. Nothing was sent or charged. Call the tool again to have the user asked anew.");
        }

        if (response.Deserialize(InputResponse.ElicitResultJsonTypeInfo) is not { Action: "accept" })
        {
            throw new ToolRefusedException("declined", "The user did not agree to spend credits. Nothing was sent or charged.");
        }
    }

    private static string Words(Spending spending) => string.Create(
        CultureInfo.InvariantCulture,
        $"This step uses about {spending.Credits} credits{(spending.Available is { } left ? $"; you have {left}" : "")}. Go on?");
}
