namespace VideoCreateAi.Mcp.Gateway;

/// <param name="Size">Bytes of the whole file; null = nobody said.</param>
internal sealed record DownloadProgress(long Received, long? Size);
