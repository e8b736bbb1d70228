namespace VideoCreateAi.Studio.Library;

/// <summary>A file format that the studio takes, found by its first bytes and never by its name.</summary>
/// <param name="Extension">The extension of our own copy, such as <c>jpg</c>.</param>
/// <param name="Demuxer">The ffmpeg demuxer that is forced with <c>-f</c>.</param>
internal sealed record MediaFormat(string Extension, MediaKind Kind, string Demuxer);
