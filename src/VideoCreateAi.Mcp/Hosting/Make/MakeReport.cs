using VideoCreateAi.Mcp.Hosting.Shell;
using VideoCreateAi.Mcp.Jobs;

namespace VideoCreateAi.Mcp.Hosting.Make;

/// <summary>What <c>make --json</c> prints. The fields are part of the product's contract; the README lists them.</summary>
internal sealed record MakeReport
{
    /// <summary>done, failed, cancelled, unknown, or running when it was left to go on.</summary>
    public required string Status { get; init; }

    public required int ExitCode { get; init; }

    public string? Path { get; init; }

    public string? Format { get; init; }

    public long? Bytes { get; init; }

    public double? DurationSeconds { get; init; }

    /// <summary>As 1080x1920.</summary>
    public string? Resolution { get; init; }

    public string? ProjectId { get; init; }

    public string? JobId { get; init; }

    /// <summary>The editor's words.</summary>
    public string? Reply { get; init; }

    /// <summary>What a careful editor would want to know about the file.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Where a person takes the project over into an account.</summary>
    public string? ClaimLink { get; init; }

    /// <summary>Credits; null = not known.</summary>
    public int? Charged { get; init; }

    /// <summary>From the start of the command to its end.</summary>
    public double TookSeconds { get; init; }

    public ShellError? Error { get; init; }

    public static MakeReport Of(JobReport job) => new()
    {
        Status = job.Status,
        ExitCode = 0,
        ProjectId = job.ProjectId,
        JobId = job.JobId,
        Reply = job.Reply,
        Charged = job.Charged,
        Notes = job.Export?.Notes ?? [],
        ClaimLink = job.Export?.ClaimLink,
        Path = job.Export?.Path,
        Format = job.Export?.Format,
        Bytes = job.Export?.Bytes,
        DurationSeconds = job.Export is { DurationSeconds: > 0 } file ? Math.Round(file.DurationSeconds, 3) : null,
        Resolution = job.Export is { Width: > 0 } sized ? FormattableString.Invariant($"{sized.Width}x{sized.Height}") : null,
    };
}
