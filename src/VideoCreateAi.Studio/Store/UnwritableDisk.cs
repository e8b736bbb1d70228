using Microsoft.Data.Sqlite;

namespace VideoCreateAi.Studio.Store;

/// <summary>Failures of the disk under the data directory, which are nobody's bug: it is full, broken or read-only.</summary>
internal static class UnwritableDisk
{
    public const string Code = "disk_unwritable";

    public const string Words =
        "The studio could not write to its data directory: the disk is full, read-only or broken. Free space there (videocreateai clean), or choose another directory with --data; then try again.";

    /// <summary>EIO, ENOSPC, EROFS and EDQUOT, and what Windows calls a full disk and a protected one.</summary>
    private static readonly int[] s_errors = [5, 28, 30, 122, unchecked((int)0x80070027), unchecked((int)0x80070070), unchecked((int)0x80070013)];

    /// <summary>Read only, I/O error, full, and a file that cannot be opened.</summary>
    private static readonly int[] s_databaseErrors = [8, 10, 13, 14];

    public static bool IsCauseOf(Exception exception) => exception switch
    {
        SqliteException fault => s_databaseErrors.Contains(fault.SqliteErrorCode),
        IOException fault when s_errors.Contains(fault.HResult) => true,
        _ => exception.InnerException is { } inner && IsCauseOf(inner),
    };
}
