using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using VideoCreateAi.Mcp.Features;
using VideoCreateAi.Mcp.Jobs;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Prompts;

/// <summary>Lists, writes and completes the prompts that this server offers.</summary>
/// <param name="isReadOnly">Then those that would change something are not there.</param>
internal sealed class PromptDesk(bool isReadOnly)
{
    private static readonly TimeSpan s_fresh = TimeSpan.FromHours(1);

    private readonly IReadOnlyList<VideoPrompt> _prompts = [.. VideoPrompts.All.Where(prompt => prompt.OnlyReads || !isReadOnly)];

    public ListPromptsResult List(RequestContext<ListPromptsRequestParams> context) => context.Params?.Cursor is not null
        ? throw new McpProtocolException("The prompts have one page, and no cursor.", McpErrorCode.InvalidParams)
        : new ListPromptsResult { Prompts = [.. _prompts.Select(prompt => prompt.Declaration)] }.Fresh(context, s_fresh);

    public GetPromptResult Get(RequestContext<GetPromptRequestParams> context)
    {
        var given = context.Params?.Arguments?.Select(pair => KeyValuePair.Create(pair.Key, TextOf(pair.Key, pair.Value))) ?? [];
        return Write(context.Params?.Name, given);
    }

    public GetPromptResult Write(string? name, IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var prompt = Find(name);
        return new GetPromptResult
        {
            Description = prompt.Description,
            Messages =
            [
                new PromptMessage { Role = Role.User, Content = new TextContentBlock { Text = prompt.Write(PromptValues.Read(prompt.Arguments, arguments)) } },
            ],
        };
    }

    public async ValueTask<CompleteResult> CompleteAsync(string? name, Argument argument, Suggestions suggestions, CancellationToken cancellationToken) =>
        Find(name).Arguments.All(known => known.Name != argument.Name)
            ? throw new McpProtocolException("The prompt has no such argument.", McpErrorCode.InvalidParams)
            : argument.Name switch
            {
                "project_id" => await suggestions.ProjectsAsync(argument.Value, cancellationToken),
                "preset" => Suggestions.Among(ExportFormats.Presets, argument.Value),
                "aspect" => Suggestions.Among(ExportOutput.Aspects, argument.Value),
                _ => Suggestions.None,
            };

    /// <summary>The protocol knows texts alone, and clients send what they like.</summary>
    private static string TextOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null => "",
        _ => throw new McpProtocolException($"The argument '{UntrustedText.Name(name, 40)}' must be a text.", McpErrorCode.InvalidParams),
    };

    private VideoPrompt Find(string? name) => _prompts.FirstOrDefault(prompt => prompt.Name == name) ?? throw new McpProtocolException(
        isReadOnly && VideoPrompts.All.Any(prompt => prompt.Name == name)
            ? $"This server was started with --read-only: it offers no prompt that makes or changes a video. It has: {string.Join(", ", _prompts.Select(prompt => prompt.Name))}."
            : $"There is no prompt '{UntrustedText.Name(name, 40)}'. prompts/list has: {string.Join(", ", _prompts.Select(prompt => prompt.Name))}.",
        McpErrorCode.InvalidParams);
}
