namespace VideoCreateAi.Mcp.Jobs;

/// <summary>The formats and shapes of an export.</summary>
internal static class ExportFormats
{
    private static readonly (string Name, ExportKind Kind, string MimeType)[] s_rows =
    [
        ("mp4", ExportKind.Video, "video/mp4"), ("mov", ExportKind.Video, "video/quicktime"), ("webm", ExportKind.Video, "video/webm"), ("gif", ExportKind.Video, "image/gif"),
        ("mp3", ExportKind.Sound, "audio/mpeg"), ("wav", ExportKind.Sound, "audio/wav"),
        ("jpg", ExportKind.Picture, "image/jpeg"), ("png", ExportKind.Picture, "image/png"),
        ("srt", ExportKind.Text, "application/x-subrip"), ("otio", ExportKind.Text, "application/json"),
    ];

    public static IReadOnlyList<string> All { get; } = [.. s_rows.Select(row => row.Name)];

    public static IReadOnlyList<string> Qualities { get; } = ["draft", "fast", "good", "best", "high"];

    public static IReadOnlyList<string> Resolutions { get; } = ["480p", "720p", "1080p", "1440p", "4k"];

    public static IReadOnlyList<string> Presets { get; } = [.. ExportOutput.Presets];

    public static ExportKind KindOf(string format) => Row(format).Kind;

    /// <summary>The file has a width and a height, so a shape can be asked for.</summary>
    public static bool HasShape(string format) => KindOf(format) is ExportKind.Video or ExportKind.Picture;

    public static string MimeTypeOf(string format) => Row(format).MimeType;

    public static string? AspectOrNull(string? aspect) => aspect is not null && ExportOutput.Aspects.Contains(aspect) ? aspect : null;

    // A ledger may name a format that a later version knew.
    private static (string Name, ExportKind Kind, string MimeType) Row(string format) => Array.Find(s_rows, row => row.Name == format) is { Name: not null } row ? row : s_rows[0];
}
