namespace VideoCreateAi.Studio.Rendering.Text;

internal enum TextAlign
{
    Left = 0,
    Center = 1,
    Right = 2,
}
