using ModelContextProtocol.Protocol;

namespace VideoCreateAi.Mcp.Prompts;

/// <summary>A way of working that a user picks from a menu of the client.</summary>
/// <param name="Write">From the arguments to what is asked of the model.</param>
internal sealed record VideoPrompt(string Name, string Title, string Description, IReadOnlyList<PromptArgument> Arguments, Func<PromptValues, string> Write)
{
    /// <summary>Whether following it changes nothing.</summary>
    public bool OnlyReads { get; init; }

    public Prompt Declaration { get; } = new() { Name = Name, Title = Title, Description = Description, Arguments = [.. Arguments] };
}
