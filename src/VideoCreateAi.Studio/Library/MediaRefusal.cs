using System.Globalization;
using VideoCreateAi.Protocol;

namespace VideoCreateAi.Studio.Library;

/// <summary>The reasons for which a file is not taken, with their words.</summary>
internal static class MediaRefusal
{
    public const string UnsupportedFileType = "unsupported_file_type";
    public const string FileTooLarge = "file_too_large";
    public const string EmptyFile = "empty_file";
    public const string IncompleteUpload = "incomplete_upload";
    public const string UnreadableMedia = "unreadable_media";
    public const string ProtectedMedia = "protected_media";
    public const string TooLong = "too_long";
    public const string TooLargePicture = "too_large_picture";
    public const string DiskFull = "disk_full";

    public static MediaRefusedException Unsupported(string what)
        => new(BackendCode.UnsupportedFileType, UnsupportedFileType, $"{what} Accepted file types: {AcceptedFiles.List}.");

    public static MediaRefusedException TooManyBytes(long? bytes, long limit) => new(
        BackendCode.FileTooLarge,
        FileTooLarge,
        $"The file {(bytes is { } size ? $"has {Megabytes(size)} MB, which is more than" : "is larger than")} the limit of {Megabytes(limit)} MB. Trim or compress it and send it again.");

    public static MediaRefusedException Empty()
        => new(BackendCode.UnsupportedFileType, EmptyFile, "The file is empty (0 bytes). Check it and send it again.");

    public static MediaRefusedException Incomplete(long arrived, long announced) => new(
        BackendCode.UnsupportedFileType,
        IncompleteUpload,
        string.Create(CultureInfo.InvariantCulture, $"Only {arrived} of {announced} bytes arrived. Send the file again."));

    public static MediaRefusedException Unreadable(string why) => new(
        BackendCode.UnsupportedFileType,
        UnreadableMedia,
        $"The file cannot be read: {why} Export or download it again and send the new copy.");

    public static MediaRefusedException Protected() => new(
        BackendCode.UnsupportedFileType,
        ProtectedMedia,
        "The file is encrypted (copy protection), so it cannot be edited. Send a copy without protection.");

    public static MediaRefusedException LastsTooLong(TimeSpan duration, TimeSpan limit) => new(
        BackendCode.FileTooLarge,
        TooLong,
        string.Create(CultureInfo.InvariantCulture, $"It lasts {duration.TotalHours:0.#} hours; the limit is {limit.TotalHours:0.#} hours. Cut it into shorter pieces and send those."));

    public static MediaRefusedException TooManyPixels(long width, long height) => new(
        BackendCode.FileTooLarge,
        TooLargePicture,
        string.Create(CultureInfo.InvariantCulture, $"The picture is {width}×{height} pixels; the limit is {PictureLimits.LongestSide} a side and {PictureLimits.MostPixels / 1_000_000} megapixels. Make it smaller and send it again."));

    public static MediaRefusedException NoSpace()
        => new(BackendCode.Internal, DiskFull, "There is too little free disk space to take the file. Free some (videocreateai clean shows what can go) and send it again.");

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture);
}
