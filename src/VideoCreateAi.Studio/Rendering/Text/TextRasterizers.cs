using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Chooses how text is drawn on this machine.</summary>
internal static class TextRasterizers
{
    private static readonly Lazy<PangoLibrary?> s_pango = new(PangoLibrary.TryLoad);

    public static ITextRasterizer Choose(IToolRunner tools) =>
        s_pango.Value is { } pango ? new PangoTextRasterizer(pango) : new AssTextRasterizer(tools);
}
