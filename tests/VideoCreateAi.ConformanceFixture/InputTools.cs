using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.ConformanceFixture;

/// <summary>Tools that answer with a question first and are called again with its answer.</summary>
[McpServerToolType]
internal sealed class InputTools
{
    [McpServerTool(Name = "test_input_required_result_elicitation"), Description("Asks for a name.")]
    public static string Elicitation(RequestContext<CallToolRequestParams> call) =>
        $"Hello, {Inputs.Field(call.Params, "user_name", "name") ?? throw Ask("user_name", "What is your name?", "name")}!";

    [McpServerTool(Name = "test_streaming_elicitation"), Description("Asks for a name on the stream of the answer.")]
    public static string Streaming(RequestContext<CallToolRequestParams> call) => Elicitation(call);

    [McpServerTool(Name = "test_input_required_result_sampling"), Description("Asks the client's model.")]
    public static string Sampling(RequestContext<CallToolRequestParams> call) =>
        Inputs.Answer(call.Params, "capital_question") is { } answer
            ? $"The model said: {answer.GetProperty("content")}"
            : throw new InputRequiredException(new Dictionary<string, InputRequest> { ["capital_question"] = Inputs.Sampling("What is the capital of France?") });

    [McpServerTool(Name = "test_input_required_result_list_roots"), Description("Asks for the client's roots.")]
    public static string Roots(RequestContext<CallToolRequestParams> call) =>
        Inputs.Answer(call.Params, "client_roots") is { } answer
            ? $"The roots are {answer.GetProperty("roots")}"
            : throw new InputRequiredException(new Dictionary<string, InputRequest> { ["client_roots"] = InputRequest.ForRootsList(new ListRootsRequestParams()) });

    [McpServerTool(Name = "test_input_required_result_request_state"), Description("Asks to confirm, with a state.")]
    public static string State(RequestContext<CallToolRequestParams> call) => Inputs.Answer(call.Params, "confirm") is null
        ? throw Ask("confirm", "Please confirm", "ok", SignedState.Sign("confirm"))
        : SignedState.Read(call.Params) == "confirm" ? "state-ok" : throw SignedState.Refusal();

    [McpServerTool(Name = "test_input_required_result_tampered_state"), Description("Asks to confirm, and trusts no other state.")]
    public static string Tampered(RequestContext<CallToolRequestParams> call) => State(call);

    [McpServerTool(Name = "test_input_required_result_multiple_inputs"), Description("Asks for three things at once.")]
    public static string Several(RequestContext<CallToolRequestParams> call)
    {
        if (new[] { "user_name", "greeting", "client_roots" }.Any(key => Inputs.Answer(call.Params, key) is null))
        {
            throw new InputRequiredException(
                new Dictionary<string, InputRequest>
                {
                    ["user_name"] = Inputs.Elicitation("What is your name?", "name"),
                    ["greeting"] = Inputs.Sampling("Generate a greeting"),
                    ["client_roots"] = InputRequest.ForRootsList(new ListRootsRequestParams()),
                },
                SignedState.Sign("several"));
        }

        return SignedState.Read(call.Params) == "several" ? "All three were answered." : throw SignedState.Refusal();
    }

    [McpServerTool(Name = "test_input_required_result_multi_round"), Description("Asks twice, one after the other.")]
    public static string Rounds(RequestContext<CallToolRequestParams> call)
    {
        var state = call.Params?.RequestState is null ? null : SignedState.Read(call.Params);
        return (state, Inputs.Field(call.Params, "step1", "name"), Inputs.Field(call.Params, "step2", "color")) switch
        {
            ("round-1", { } name, _) => throw Ask("step2", "Step 2: What is your favorite color?", "color", SignedState.Sign($"round-2 {name}")),
            ({ } known, _, { } color) when known.StartsWith("round-2 ", StringComparison.Ordinal) => $"{known["round-2 ".Length..]} likes {color}.",
            _ => throw Ask("step1", "Step 1: What is your name?", "name", SignedState.Sign("round-1")),
        };
    }

    [McpServerTool(Name = "test_input_required_result_capabilities"), Description("Asks only for what the client can do.")]
    public static string Capabilities(RequestContext<CallToolRequestParams> call)
    {
        var requests = new Dictionary<string, InputRequest>();
        if (call.Server.ClientCapabilities?.Sampling is not null)
        {
            requests["greeting"] = Inputs.Sampling("Generate a greeting");
        }

        if (call.Server.ClientCapabilities?.Elicitation is not null)
        {
            requests["user_name"] = Inputs.Elicitation("What is your name?", "name");
        }

        return requests.Count == 0 || requests.Keys.All(key => Inputs.Answer(call.Params, key) is not null)
            ? "Nothing is left to ask."
            : throw new InputRequiredException(requests);
    }

    private static InputRequiredException Ask(string key, string message, string field, string? state = null) =>
        new(new Dictionary<string, InputRequest> { [key] = Inputs.Elicitation(message, field) }, state);
}
