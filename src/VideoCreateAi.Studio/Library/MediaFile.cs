namespace VideoCreateAi.Studio.Library;

/// <summary>A file of a project as those who open it see it. Only the library makes one: nobody else knows the path.</summary>
internal sealed record MediaFile
{
    public required string Id { get; init; }

    /// <summary>As the user named it. For people only; never part of a path or a command.</summary>
    public required string Name { get; init; }

    public required MediaFormat Format { get; init; }

    /// <summary>Our own copy, under our own name.</summary>
    public required string Path { get; init; }

    /// <summary>A large picture once more as a JPEG whose longer side has <see cref="MediaInspector.SmallCopySide"/> pixels, for previews.
    /// Null = it is not large, or has alpha.</summary>
    public string? SmallCopyPath { get; init; }

    public required MediaInfo Info { get; init; }

    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the content, hex.</summary>
    public required string Hash { get; init; }

    public MediaKind Kind => Format.Kind;
}
