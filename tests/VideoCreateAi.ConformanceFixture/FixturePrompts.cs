using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace VideoCreateAi.ConformanceFixture;

[McpServerPromptType]
internal sealed class FixturePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("Has no arguments.")]
    public static GetPromptResult Simple() => Of(new TextContentBlock { Text = "This is a simple prompt for testing." });

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("Has two arguments.")]
    public static GetPromptResult Arguments([Description("First test argument")] string arg1, [Description("Second test argument")] string arg2) =>
        Of(new TextContentBlock { Text = $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'" });

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("Embeds a resource.")]
    public static GetPromptResult Resource([Description("URI of the resource to embed")] string resourceUri) => Of(
        new EmbeddedResourceBlock { Resource = new TextResourceContents { Uri = resourceUri, MimeType = "text/plain", Text = "Embedded resource content for testing." } },
        new TextContentBlock { Text = "Please process the embedded resource above." });

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("Shows an image.")]
    public static GetPromptResult Image() => Of(
        ImageContentBlock.FromBytes(SampleBytes.Png, "image/png"),
        new TextContentBlock { Text = "Please analyze the image above." });

    [McpServerPrompt(Name = "test_input_required_result_prompt"), Description("Asks for its context first.")]
    public static GetPromptResult Input(RequestContext<GetPromptRequestParams> request) =>
        Inputs.Field(request.Params, "user_context", "context") is { } context
            ? Of(new TextContentBlock { Text = $"Use this context: {context}" })
            : throw new InputRequiredException(new Dictionary<string, InputRequest>
            {
                ["user_context"] = Inputs.Elicitation("What context should the prompt use?", "context"),
            });

    private static GetPromptResult Of(params ContentBlock[] blocks) =>
        new() { Messages = [.. blocks.Select(block => new PromptMessage { Role = Role.User, Content = block })] };
}
