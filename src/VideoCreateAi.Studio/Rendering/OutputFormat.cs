namespace VideoCreateAi.Studio.Rendering;

internal enum OutputFormat
{
    Mp4,
    Mov,
    Webm,
    Gif,
}
