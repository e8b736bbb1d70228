namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>What <c>doctor</c> was called with.</summary>
internal sealed record DoctorOptions
{
    public bool Json { get; init; }

    /// <summary>Install what is missing.</summary>
    public bool Fix { get; init; }

    public bool Yes { get; init; }
}
