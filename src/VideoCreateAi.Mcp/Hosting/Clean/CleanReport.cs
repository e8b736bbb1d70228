using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>What <c>clean --json</c> prints. The fields are part of the product's contract; the README lists them.</summary>
internal sealed record CleanReport
{
    public required string DataFolder { get; init; }

    public int ExitCode { get; init; }

    public long TotalBytes { get; init; }

    public IReadOnlyList<CleanPlace> Places { get; init; } = [];

    public IReadOnlyList<CleanProject> Projects { get; init; } = [];

    /// <summary>Projects of other backends, which take next to nothing here and are not touched.</summary>
    public int ProjectsElsewhere { get; init; }

    public bool DryRun { get; init; }

    /// <summary>Null when nothing was asked to be freed; with <see cref="DryRun"/> what would be.</summary>
    public long? FreedBytes { get; init; }

    /// <summary>Projects that are gone, or would be.</summary>
    public IReadOnlyList<CleanProject> Deleted { get; init; } = [];

    /// <summary>Why a project that was old enough stays.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    public ShellError? Error { get; init; }
}
