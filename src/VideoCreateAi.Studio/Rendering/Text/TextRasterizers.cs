using System.Runtime.CompilerServices;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Chooses how text is drawn on this machine.</summary>
internal static class TextRasterizers
{
    private static readonly Lazy<PangoLibrary?> s_pango = new(PangoLibrary.TryLoad);
    private static readonly ConditionalWeakTable<IToolRunner, ITextRasterizer> s_chosen = [];

    /// <summary>The same one for the same tools: it may have a process running.</summary>
    public static ITextRasterizer Choose(IToolRunner tools) => s_chosen.GetValue(tools, Make);

    private static ITextRasterizer Make(IToolRunner tools)
    {
        if (s_pango.Value is not { } pango)
        {
            return new AssTextRasterizer(tools);
        }

        var here = new PangoTextRasterizer(pango);
        return tools.IsInstalled(MediaTool.Lettering) ? new IsolatedTextRasterizer(tools, here) : here;
    }
}
