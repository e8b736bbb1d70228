namespace VideoCreateAi.Protocol;

/// <summary>The codes in a backend's envelope. 400, 402 and 429 also occur as HTTP status.</summary>
public static class BackendCode
{
    public const int Success = 0;
    public const int MissingClientId = 400;
    public const int ExportBlockedByPlan = 402;
    public const int NotFound = 404;
    public const int RateLimited = 429;
    public const int Internal = 500;
    public const int TokenInvalid = 1001;
    public const int SessionNotFound = 1002;
    public const int OutOfCredits = 2001;
    public const int UnsupportedFileType = 4001;
    public const int FileTooLarge = 4002;
}
