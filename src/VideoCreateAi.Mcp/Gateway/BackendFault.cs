namespace VideoCreateAi.Mcp.Gateway;

/// <summary>Why the backend did not do it: one value per reaction, not per status code.</summary>
internal enum BackendFault
{
    /// <summary>No connection. Nothing was sent.</summary>
    BackendUnreachable,

    /// <summary>It failed on its side.</summary>
    BackendError,

    /// <summary>It answered with something that is not the protocol.</summary>
    ReplyInvalid,

    /// <summary>The request may have arrived and its reply is lost. Only the backend's state can tell.</summary>
    OutcomeUnknown,

    TokenInvalid,
    TokenUnavailable,
    ClientIdMissing,
    SessionNotFound,
    NotFound,
    OutOfCredits,
    ExportBlockedByPlan,
    RateLimited,
    UnsupportedFileType,
    FileTooLarge,
    FileChanged,
    TimelineEmpty,
    Conflict,
    RequestRefused,
    DownloadRefused,
    DownloadIncomplete,
}
