using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Pango and Cairo, which come with ffmpeg on Linux and macOS. Found at run time, so that nothing breaks without them.</summary>
internal sealed unsafe class PangoLibrary
{
    public readonly delegate* unmanaged<int, int, int, nint> CreateSurface;
    public readonly delegate* unmanaged<nint, byte*> SurfaceData;
    public readonly delegate* unmanaged<nint, int> SurfaceStride;
    public readonly delegate* unmanaged<nint, void> FlushSurface;
    public readonly delegate* unmanaged<nint, void> DestroySurface;
    public readonly delegate* unmanaged<nint, nint> CreateContext;
    public readonly delegate* unmanaged<nint, void> DestroyContext;
    public readonly delegate* unmanaged<nint, double, double, double, double, void> SetColor;
    public readonly delegate* unmanaged<nint, double, double, void> MoveTo;
    public readonly delegate* unmanaged<nint, nint> CreateLayout;
    public readonly delegate* unmanaged<nint, nint, void> ShowLayout;
    public readonly delegate* unmanaged<nint, byte*, int, void> SetText;
    public readonly delegate* unmanaged<nint, nint, void> SetFont;
    public readonly delegate* unmanaged<nint, int, void> SetWidth;
    public readonly delegate* unmanaged<nint, int, void> SetAlignment;
    public readonly delegate* unmanaged<nint, int*, uint*> LogAttributes;
    public readonly delegate* unmanaged<nint, int> LineCount;
    public readonly delegate* unmanaged<nint, int> UnknownGlyphs;
    public readonly delegate* unmanaged<nint, PangoRectangle*, PangoRectangle*, void> PixelExtents;
    public readonly delegate* unmanaged<nint, int, PangoRectangle*, void> IndexToPosition;
    public readonly delegate* unmanaged<nint> NewFont;
    public readonly delegate* unmanaged<nint, byte*, void> SetFamily;
    public readonly delegate* unmanaged<nint, int, void> SetWeight;
    public readonly delegate* unmanaged<nint, double, void> SetAbsoluteSize;
    public readonly delegate* unmanaged<nint, void> FreeFont;
    public readonly delegate* unmanaged<nint, float, void> SetLineSpacing;
    public readonly delegate* unmanaged<int, nint> NewLetterSpacing;
    public readonly delegate* unmanaged<nint> NewAttributes;
    public readonly delegate* unmanaged<nint, nint, void> InsertAttribute;
    public readonly delegate* unmanaged<nint, void> FreeAttributes;
    public readonly delegate* unmanaged<nint, nint, void> SetAttributes;
    public readonly delegate* unmanaged<nint, void> Unref;

    private PangoLibrary(nint cairo, nint pango, nint pangoCairo, nint gobject)
    {
        CreateSurface = (delegate* unmanaged<int, int, int, nint>)NativeLibrary.GetExport(cairo, "cairo_image_surface_create");
        SurfaceData = (delegate* unmanaged<nint, byte*>)NativeLibrary.GetExport(cairo, "cairo_image_surface_get_data");
        SurfaceStride = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(cairo, "cairo_image_surface_get_stride");
        FlushSurface = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(cairo, "cairo_surface_flush");
        DestroySurface = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(cairo, "cairo_surface_destroy");
        CreateContext = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(cairo, "cairo_create");
        DestroyContext = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(cairo, "cairo_destroy");
        SetColor = (delegate* unmanaged<nint, double, double, double, double, void>)NativeLibrary.GetExport(cairo, "cairo_set_source_rgba");
        MoveTo = (delegate* unmanaged<nint, double, double, void>)NativeLibrary.GetExport(cairo, "cairo_move_to");
        CreateLayout = (delegate* unmanaged<nint, nint>)NativeLibrary.GetExport(pangoCairo, "pango_cairo_create_layout");
        ShowLayout = (delegate* unmanaged<nint, nint, void>)NativeLibrary.GetExport(pangoCairo, "pango_cairo_show_layout");
        SetText = (delegate* unmanaged<nint, byte*, int, void>)NativeLibrary.GetExport(pango, "pango_layout_set_text");
        SetFont = (delegate* unmanaged<nint, nint, void>)NativeLibrary.GetExport(pango, "pango_layout_set_font_description");
        SetWidth = (delegate* unmanaged<nint, int, void>)NativeLibrary.GetExport(pango, "pango_layout_set_width");
        SetAlignment = (delegate* unmanaged<nint, int, void>)NativeLibrary.GetExport(pango, "pango_layout_set_alignment");
        LogAttributes = (delegate* unmanaged<nint, int*, uint*>)NativeLibrary.GetExport(pango, "pango_layout_get_log_attrs_readonly");
        LineCount = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(pango, "pango_layout_get_line_count");
        UnknownGlyphs = (delegate* unmanaged<nint, int>)NativeLibrary.GetExport(pango, "pango_layout_get_unknown_glyphs_count");
        PixelExtents = (delegate* unmanaged<nint, PangoRectangle*, PangoRectangle*, void>)NativeLibrary.GetExport(pango, "pango_layout_get_pixel_extents");
        IndexToPosition = (delegate* unmanaged<nint, int, PangoRectangle*, void>)NativeLibrary.GetExport(pango, "pango_layout_index_to_pos");
        NewFont = (delegate* unmanaged<nint>)NativeLibrary.GetExport(pango, "pango_font_description_new");
        SetFamily = (delegate* unmanaged<nint, byte*, void>)NativeLibrary.GetExport(pango, "pango_font_description_set_family");
        SetWeight = (delegate* unmanaged<nint, int, void>)NativeLibrary.GetExport(pango, "pango_font_description_set_weight");
        SetAbsoluteSize = (delegate* unmanaged<nint, double, void>)NativeLibrary.GetExport(pango, "pango_font_description_set_absolute_size");
        FreeFont = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(pango, "pango_font_description_free");
        SetLineSpacing = (delegate* unmanaged<nint, float, void>)NativeLibrary.GetExport(pango, "pango_layout_set_line_spacing");
        NewLetterSpacing = (delegate* unmanaged<int, nint>)NativeLibrary.GetExport(pango, "pango_attr_letter_spacing_new");
        NewAttributes = (delegate* unmanaged<nint>)NativeLibrary.GetExport(pango, "pango_attr_list_new");
        InsertAttribute = (delegate* unmanaged<nint, nint, void>)NativeLibrary.GetExport(pango, "pango_attr_list_insert");
        FreeAttributes = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(pango, "pango_attr_list_unref");
        SetAttributes = (delegate* unmanaged<nint, nint, void>)NativeLibrary.GetExport(pango, "pango_layout_set_attributes");
        Unref = (delegate* unmanaged<nint, void>)NativeLibrary.GetExport(gobject, "g_object_unref");
    }

    /// <summary>Null where a library or a function is missing.</summary>
    public static PangoLibrary? TryLoad()
    {
        try
        {
            return Load("cairo", 2) is { } cairo && Load("pango-1.0", 0) is { } pango
                && Load("pangocairo-1.0", 0) is { } pangoCairo && Load("gobject-2.0", 0) is { } gobject
                ? new PangoLibrary(cairo, pango, pangoCairo, gobject)
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static nint? Load(string name, int version)
    {
        string[] candidates = OperatingSystem.IsMacOS()
            ? [$"/opt/homebrew/lib/lib{name}.{version}.dylib", $"/usr/local/lib/lib{name}.{version}.dylib"]
            : OperatingSystem.IsWindows() ? [$"lib{name}-{version}.dll"] : [$"lib{name}.so.{version}"];
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, out var handle))
            {
                return handle;
            }
        }

        return null;
    }
}
