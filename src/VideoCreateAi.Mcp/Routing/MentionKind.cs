namespace VideoCreateAi.Mcp.Routing;

internal enum MentionKind
{
    /// <summary>A place on this machine.</summary>
    Path,

    /// <summary>A web address of a file.</summary>
    Url,

    /// <summary>A file name without a folder: already in the project, or handed over by name.</summary>
    Bare,

    /// <summary>A web address of a page: something to show, or a place to fetch from.</summary>
    Page,
}
