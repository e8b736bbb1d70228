using VideoCreateAi.Mcp.Hosting.Shell;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>What <c>doctor --json</c> prints. The fields are part of the product's contract; the README lists them.</summary>
internal sealed record DoctorReport
{
    public required string Version { get; init; }

    public required HostSystem System { get; init; }

    /// <summary>The package manager that <c>--fix</c> uses; null = none of those that it knows.</summary>
    public string? PackageManager { get; init; }

    public int ExitCode { get; init; }

    public required IReadOnlyList<DoctorCheck> Checks { get; init; }

    /// <summary>What <c>--fix</c> ran, in order; null when it was not asked for or had nothing to do.</summary>
    public IReadOnlyList<string>? Ran { get; init; }

    public ShellError? Error { get; init; }
}
