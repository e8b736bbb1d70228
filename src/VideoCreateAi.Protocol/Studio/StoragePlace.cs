using System.Text.Json.Serialization;

namespace VideoCreateAi.Protocol.Studio;

/// <summary>One kind of what lies in the data directory; in a reply to a cleaning, what of it was removed.</summary>
public sealed record StoragePlace
{
    /// <summary>Files that users handed over.</summary>
    public const string Media = "media";

    /// <summary>Files on their way in.</summary>
    public const string Incoming = "incoming";

    /// <summary>Music that was composed before.</summary>
    public const string Music = "music";

    /// <summary>Decoded pictures of previews.</summary>
    public const string Pictures = "pictures";

    /// <summary>Encoded parts of videos.</summary>
    public const string Chunks = "chunks";

    /// <summary>Contact sheets of finished files.</summary>
    public const string Sheets = "sheets";

    /// <summary>The studio's own copies of finished files.</summary>
    public const string Renders = "renders";

    /// <summary>What running renders work in.</summary>
    public const string Scratch = "scratch";

    public const string Database = "database";

    [JsonPropertyName("name")]
    public required string Name { get; init; }

    [JsonPropertyName("files")]
    public int Files { get; init; }

    [JsonPropertyName("bytes")]
    public long Bytes { get; init; }

    /// <summary>How many of the bytes a cleaning would remove now.</summary>
    [JsonPropertyName("freeable_bytes")]
    public long FreeableBytes { get; init; }
}
