namespace VideoCreateAi.Protocol;

/// <summary>The file types that a backend takes, by extension, and the size limit of one file.</summary>
public static class AcceptedFiles
{
    /// <summary>500 MB as the protocol counts it: 500 × 1024 × 1024 bytes.</summary>
    public const long MaxBytes = 500L * 1024 * 1024;

    public static IReadOnlyList<string> Video { get; } = ["mp4", "mov", "avi", "webm", "mkv"];

    public static IReadOnlyList<string> Image { get; } = ["jpg", "jpeg", "png", "gif", "webp"];

    public static IReadOnlyList<string> Audio { get; } = ["mp3", "wav", "m4a", "aac"];

    /// <summary>The list as messages to people give it.</summary>
    public const string List = "mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac";
}
