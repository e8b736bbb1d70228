using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Pango's own rectangle, in the layout that its functions fill.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PangoRectangle
{
    public int X;
    public int Y;
    public int Width;
    public int Height;
}
