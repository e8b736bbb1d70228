using System.ComponentModel;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Features.Jobs;

/// <summary>What is left of a job after it was told to stop.</summary>
internal sealed record CancelReport
{
    public required string ProjectId { get; init; }

    public required string JobId { get; init; }

    [Description("cancelled; a job that had ended before keeps its end.")]
    public required string Status { get; init; }

    [Description("What remains.")]
    public string? Remains { get; init; }

    public required string Next { get; init; }

    public static CancelReport Of(JobReport job) => new()
    {
        ProjectId = job.ProjectId, JobId = job.JobId, Status = job.Status, Remains = job.Error, Next = job.Next,
    };
}
