using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Hosting.Clean;

/// <summary>One project and what it takes.</summary>
internal sealed record CleanProject
{
    /// <summary>Null for one that no list names: left behind by previews, or by a ledger that was lost.</summary>
    public string? ProjectId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Changed { get; init; }

    /// <summary>Would be free without it.</summary>
    public long Bytes { get; init; }

    /// <summary>Media that other projects use too.</summary>
    public long SharedBytes { get; init; }

    public bool Busy { get; init; }

    /// <summary>Its session at the studio; empty when it has none.</summary>
    [JsonIgnore]
    public string SessionId { get; init; } = "";
}
