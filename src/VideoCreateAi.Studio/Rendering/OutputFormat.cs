namespace VideoCreateAi.Studio.Rendering;

internal enum OutputFormat
{
    Mp4,
    Mov,
    Webm,
    Gif,

    // The sound alone.
    Mp3,
    Wav,

    // One picture.
    Jpg,
    Png,
}
