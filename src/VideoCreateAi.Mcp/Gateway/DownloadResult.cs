namespace VideoCreateAi.Mcp.Gateway;

/// <summary>What arrived. That the file is a sound video is for the caller to verify.</summary>
/// <param name="LengthConfirmed">False when nobody announced a length, so that a cut cannot be seen here.</param>
internal sealed record DownloadResult(long Bytes, string? MediaType, bool LengthConfirmed);
