using System.ComponentModel;

namespace VideoCreateAi.Mcp.Features.Projects;

internal sealed record ProjectList
{
    [Description("Most recently used first.")]
    public required IReadOnlyList<ProjectItem> Projects { get; init; }

    [Description("How many more belong to another backend or account, which this server does not use.")]
    public int Elsewhere { get; init; }
}
