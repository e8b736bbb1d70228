using ModelContextProtocol.Protocol;
using VideoCreateAi.Mcp.Sessions;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Features;

/// <summary>What an argument could be, from what was typed of it so far.</summary>
internal sealed class Suggestions(ProjectBook book, ProjectHome home)
{
    /// <summary>As the protocol has it.</summary>
    private const int Most = 100;

    private const int MostLookedAt = 1000;

    public static CompleteResult None { get; } = Of([]);

    /// <summary>Ids of projects that begin with the text, or whose names do; the last used first.</summary>
    public async Task<CompleteResult> ProjectsAsync(string typed, CancellationToken cancellationToken)
    {
        var text = typed.Trim();
        var projects = await book.ListAsync(home.BackendKey, MostLookedAt, cancellationToken);
        return Of([.. projects
            .Where(project => project.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase)
                || UntrustedText.Name(project.Name).StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Select(project => project.Id)]);
    }

    /// <summary>Those of a list that begin with the text.</summary>
    public static CompleteResult Among(IEnumerable<string> words, string typed) =>
        Of([.. words.Where(word => word.StartsWith(typed.Trim(), StringComparison.OrdinalIgnoreCase))]);

    private static CompleteResult Of(IReadOnlyList<string> values) => new()
    {
        Completion = new Completion { Values = [.. values.Take(Most)], Total = values.Count, HasMore = values.Count > Most },
    };
}
