using VideoCreateAi.Protocol.Uploads;

namespace VideoCreateAi.Mcp.Gateway;

/// <summary>A project's state at the moment of the read.</summary>
internal sealed record ProjectSnapshot
{
    /// <summary>Null while there is no timeline.</summary>
    public RawDraft? Draft { get; init; }

    public IReadOnlyList<UploadedFile> Media { get; init; } = [];

    public IReadOnlyList<UploadedFile> Generated { get; init; } = [];
}
