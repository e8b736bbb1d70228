namespace VideoCreateAi.Mcp.Sessions;

internal enum ProjectChangeKind
{
    /// <summary>The video is another one than before, or more files are at hand for it.</summary>
    Timeline,

    /// <summary>The project was begun, renamed or deleted, or a file was exported from it.</summary>
    List,
}
