using System.Text.Json.Serialization;
using VideoCreateAi.Studio.Checkup;

namespace VideoCreateAi.Mcp.Hosting.Doctor;

/// <summary>One line of the doctor's.</summary>
internal sealed record DoctorCheck
{
    /// <summary>Stable.</summary>
    public required string Name { get; init; }

    public required FindingState State { get; init; }

    public required string Detail { get; init; }

    /// <summary>What mends it on this system; null where nothing is to be mended, or nobody knows.</summary>
    public string? Mend { get; init; }

    /// <summary>What the package manager of this machine would install; empty where that mends nothing.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Packages { get; init; } = [];
}
