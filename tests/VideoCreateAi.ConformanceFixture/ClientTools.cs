using System.ComponentModel;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.ConformanceFixture;

/// <summary>Tools that speak to their client while they run.</summary>
[McpServerToolType]
internal sealed partial class ClientTools(TimeProvider clock)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    [McpServerTool(Name = "test_tool_with_logging"), Description("Logs three times.")]
    public async Task<string> LogAsync(McpServer server, CancellationToken cancellationToken)
    {
        using var provider = server.AsClientLoggerProvider();
        var logger = provider.CreateLogger("fixture");
        LogStarted(logger);
        await Task.Delay(s_pause, clock, cancellationToken);
        LogProcessing(logger);
        await Task.Delay(s_pause, clock, cancellationToken);
        LogCompleted(logger);
        return "Logged three messages.";
    }

    [McpServerTool(Name = "test_logging_tool"), Description("Logs once, for clients that asked for it.")]
    public static string LogOnce(McpServer server)
    {
        using var provider = server.AsClientLoggerProvider();
        var logger = provider.CreateLogger("fixture");
        LogStarted(logger);
        return "Logged one message.";
    }

    [McpServerTool(Name = "test_tool_with_progress"), Description("Reports its progress three times.")]
    public async Task<string> ProgressAsync(IProgress<ProgressNotificationValue> progress, CancellationToken cancellationToken)
    {
        foreach (var value in new[] { 0, 50, 100 })
        {
            progress.Report(new ProgressNotificationValue { Progress = value, Total = 100 });
            await Task.Delay(s_pause, clock, cancellationToken);
        }

        return "Reported progress three times.";
    }

    [McpServerTool(Name = "test_sampling"), Description("Asks the client's model.")]
    public static async Task<string> SampleAsync(McpServer server, [Description("What to ask.")] string prompt, CancellationToken cancellationToken)
    {
        var answer = await server.SampleAsync(
            new CreateMessageRequestParams
            {
                Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = prompt }] }],
                MaxTokens = 100,
            },
            cancellationToken);
        return $"LLM response: {answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Asks the user.")]
    public static Task<string> ElicitAsync(McpServer server, [Description("What to ask.")] string message, CancellationToken cancellationToken) =>
        AskAsync(server, message, ["username", "email"], new()
        {
            ["username"] = new ElicitRequestParams.StringSchema { Description = "User's response" },
            ["email"] = new ElicitRequestParams.StringSchema { Description = "User's email address" },
        }, cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("Asks the user, with a default for every kind of field.")]
    public static Task<string> ElicitDefaultsAsync(McpServer server, CancellationToken cancellationToken) =>
        AskAsync(server, "Review the defaults.", [], new()
        {
            ["name"] = new ElicitRequestParams.StringSchema { Default = "John Doe" },
            ["age"] = new ElicitRequestParams.NumberSchema { Type = "integer", Default = 30 },
            ["score"] = new ElicitRequestParams.NumberSchema { Default = 95.5 },
            ["status"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = ["active", "inactive", "pending"], Default = "active" },
            ["verified"] = new ElicitRequestParams.BooleanSchema { Default = true },
        }, cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("Asks the user, with every kind of choice.")]
    public static Task<string> ElicitChoicesAsync(McpServer server, CancellationToken cancellationToken) =>
        AskAsync(server, "Choose.", [], new()
        {
            ["untitledSingle"] = new ElicitRequestParams.UntitledSingleSelectEnumSchema { Enum = ["option1", "option2", "option3"] },
            ["titledSingle"] = new ElicitRequestParams.TitledSingleSelectEnumSchema { OneOf = Titled("value1", "value2", "value3") },
            ["legacyEnum"] = new ElicitRequestParams.LegacyTitledEnumSchema
            {
                Enum = ["opt1", "opt2", "opt3"], EnumNames = ["Option One", "Option Two", "Option Three"],
            },
            ["untitledMulti"] = new ElicitRequestParams.UntitledMultiSelectEnumSchema
            {
                Items = new ElicitRequestParams.UntitledEnumItemsSchema { Enum = ["option1", "option2", "option3"] },
            },
            ["titledMulti"] = new ElicitRequestParams.TitledMultiSelectEnumSchema
            {
                Items = new ElicitRequestParams.TitledEnumItemsSchema { AnyOf = Titled("value1", "value2", "value3") },
            },
        }, cancellationToken);

    [McpServerTool(Name = "test_missing_capability"), Description("Needs sampling.")]
    public static string Need(McpServer server) => server.ClientCapabilities?.Sampling is null
        ? throw new MissingRequiredClientCapabilityException(new ClientCapabilities { Sampling = new SamplingCapability() })
        : "The client can sample.";

    private static async Task<string> AskAsync(
        McpServer server, string message, IList<string> required, Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition> fields, CancellationToken cancellationToken)
    {
        var answer = await server.ElicitAsync(
            new ElicitRequestParams { Message = message, RequestedSchema = new() { Properties = fields, Required = required.Count > 0 ? required : null } },
            cancellationToken);
        return $"Elicitation completed: action={answer.Action}, content={{{string.Join(", ", (answer.Content ?? new Dictionary<string, System.Text.Json.JsonElement>()).Select(field => $"{field.Key}: {field.Value}"))}}}";
    }

    private static List<ElicitRequestParams.EnumSchemaOption> Titled(params string[] values) =>
        [.. values.Select(value => new ElicitRequestParams.EnumSchemaOption { Const = value, Title = $"Title of {value}" })];

    [LoggerMessage(Level = LogLevel.Information, Message = "Tool execution started")]
    private static partial void LogStarted(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Tool processing data")]
    private static partial void LogProcessing(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Tool execution completed")]
    private static partial void LogCompleted(ILogger logger);
}
