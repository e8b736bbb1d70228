namespace VideoCreateAi.Mcp.Files;

/// <summary>Why the system did not open a path.</summary>
internal enum OpenFailure
{
    None,
    NotFound,
    Denied,
    TooLong,

    /// <summary>A socket, a pipe or a device that is not there.</summary>
    NotRegular,
}
