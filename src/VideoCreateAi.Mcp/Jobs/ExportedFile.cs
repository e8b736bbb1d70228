using System.Text.Json.Serialization;

namespace VideoCreateAi.Mcp.Jobs;

/// <summary>A finished file on the user's disk.</summary>
internal sealed record ExportedFile
{
    public required string Path { get; init; }

    public required string Format { get; init; }

    public int Width { get; init; }

    public int Height { get; init; }

    public double DurationSeconds { get; init; }

    public long Bytes { get; init; }

    /// <summary>Where a person takes the project over into an account; null when there is none to be had.</summary>
    public string? ClaimLink { get; init; }

    /// <summary>What a careful editor would want to know about it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Without the folder.</summary>
    [JsonIgnore]
    public string Name => System.IO.Path.GetFileName(Path);

    [JsonIgnore]
    public ExportKind Kind => ExportFormats.KindOf(Format);

    [JsonIgnore]
    public string MimeType => ExportFormats.MimeTypeOf(Format);

    /// <summary>The file lies where it was saved, as long as it was then.</summary>
    public bool IsStillThere() => new FileInfo(Path) is { Exists: true, LinkTarget: null } file && file.Length == Bytes;
}
