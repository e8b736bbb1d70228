namespace VideoCreateAi.Mcp.Files;

internal enum NativeFileKind
{
    Regular,
    Folder,

    /// <summary>A device, a pipe, a socket, or what the system would not say.</summary>
    Other,
}
