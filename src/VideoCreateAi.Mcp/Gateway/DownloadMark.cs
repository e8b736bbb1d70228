namespace VideoCreateAi.Mcp.Gateway;

/// <summary>How far a download is and of which version of the file: enough to go on with it in another process.</summary>
/// <param name="Source">Digest of host and path, without query: a mark of a version means something only there.</param>
/// <param name="EntityTag">As the server gave it; null = none that tells versions apart byte for byte.</param>
/// <param name="Modified">Null = none.</param>
/// <param name="Size">Bytes of the whole file; null = nobody said.</param>
/// <param name="Received">Bytes that have been written.</param>
internal sealed record DownloadMark(string? Source, string? EntityTag, DateTimeOffset? Modified, long? Size, long Received)
{
    public static DownloadMark None { get; } = new(null, null, null, null, 0);
}
