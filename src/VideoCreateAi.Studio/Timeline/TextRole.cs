namespace VideoCreateAi.Studio.Timeline;

internal enum TextRole
{
    Title,
    Caption,
}
