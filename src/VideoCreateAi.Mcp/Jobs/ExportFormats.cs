namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The formats and shapes of an export.</summary>
internal static class ExportFormats
{
    public static IReadOnlyList<string> All { get; } = ["mp4", "mov", "webm", "gif"];

    public static IReadOnlyList<string> Qualities { get; } = ["draft", "fast", "good", "best", "high"];

    public static IReadOnlyList<string> Resolutions { get; } = ["480p", "720p", "1080p", "1440p", "4k"];

    public static IReadOnlyList<string> Presets { get; } = [.. ExportOutput.Presets];

    public static string MimeTypeOf(string format) => format switch
    {
        "mov" => "video/quicktime",
        "webm" => "video/webm",
        "gif" => "image/gif",
        _ => "video/mp4",
    };

    public static string? AspectOrNull(string? aspect) => aspect is not null && ExportOutput.Aspects.Contains(aspect) ? aspect : null;
}
