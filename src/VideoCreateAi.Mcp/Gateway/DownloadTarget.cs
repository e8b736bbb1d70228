namespace VideoCreateAi.Mcp.Gateway;

/// <summary>Where a download goes.</summary>
/// <param name="stream">Holds the file from its first byte on and stands behind what <see cref="Mark"/> tells of. It must be able to seek and to change its length.</param>
internal sealed class DownloadTarget(Stream stream)
{
    public Stream Stream { get; } = stream;

    /// <summary>Of what an earlier try left in the stream.</summary>
    public DownloadMark Mark { get; init; } = DownloadMark.None;

    /// <summary>Told now and then, and whenever a transfer stops, how much is there. It brings that to the disk.</summary>
    public Action<DownloadMark> Keep { get; init; } = _ => { };

    /// <summary>Whether the content proves to be a whole video. Null = nobody can tell.</summary>
    public Func<bool>? IsWhole { get; init; }

    public IProgress<DownloadProgress>? Progress { get; init; }
}
