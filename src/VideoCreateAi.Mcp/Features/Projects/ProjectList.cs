using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.Projects;

internal sealed record ProjectList
{
    [Description("Most recently used first.")]
    public required IReadOnlyList<ProjectItem> Projects { get; init; }
}
