using System.ComponentModel;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.Jobs;

internal sealed record JobList
{
    [Description("The job that was asked for, or all that run, are unclear or ended untold, newest first.")]
    public required IReadOnlyList<JobReport> Jobs { get; init; }
}
