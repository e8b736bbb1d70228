using System.Globalization;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>Filters that stills and clips share. Built from enums and numbers alone.</summary>
internal static class PictureFilters
{
    private const int HighWidth = 1280;
    private const int HighHeight = 720;

    /// <summary>As displayed, then as the user turned and flipped it.</summary>
    public static List<string> Upright(Orientation orientation, int rotation, Flip flip)
    {
        var filters = new List<string>();
        switch (orientation)
        {
            case Orientation.MirroredHorizontally: filters.Add("hflip"); break;
            case Orientation.Rotated180: filters.Add("hflip,vflip"); break;
            case Orientation.MirroredVertically: filters.Add("vflip"); break;
            case Orientation.Transposed: filters.Add("transpose=0"); break;
            case Orientation.Rotate90: filters.Add("transpose=1"); break;
            case Orientation.Transversed: filters.Add("transpose=3"); break;
            case Orientation.Rotate270: filters.Add("transpose=2"); break;
        }

        switch (QuarterTurns(rotation))
        {
            case 1: filters.Add("transpose=1"); break;
            case 2: filters.Add("hflip,vflip"); break;
            case 3: filters.Add("transpose=2"); break;
        }

        switch (flip)
        {
            case Flip.Horizontal: filters.Add("hflip"); break;
            case Flip.Vertical: filters.Add("vflip"); break;
        }

        return filters;
    }

    /// <summary>Scales to that size and brings colours to BT.709, limited range.</summary>
    public static string Scale(MediaFile file, int width, int height)
    {
        // A clip that does not say is what its size makes usual, as players take it; ffmpeg would take all for BT.601.
        var from = file is { Kind: MediaKind.Video, Info.ColorMatrix: null }
            ? file.Info is { Width: >= HighWidth } or { Height: >= HighHeight } ? ":in_color_matrix=bt709" : ":in_color_matrix=bt601"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"scale={width}:{height}:flags=bicubic+accurate_rnd+full_chroma_inp{from}:out_color_matrix=bt709:out_range=tv");
    }

    public static IEnumerable<string> Crop(FractionRect? crop)
    {
        if (Inside(crop) is { } rect)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"crop=w=iw*{rect.Width:0.######}:h=ih*{rect.Height:0.######}:x=iw*{rect.X:0.######}:y=ih*{rect.Y:0.######}");
        }
    }

    /// <summary>Size after turning and cropping, in pixels of the source.</summary>
    public static (double Width, double Height) SizeOf(MediaInfo info, PictureSegment segment)
    {
        var turned = QuarterTurns(segment.Rotation) % 2 == 1;
        var (width, height) = turned ? (info.Height, info.Width) : (info.Width, info.Height);
        return Inside(segment.Crop) is { } crop ? (width * crop.Width, height * crop.Height) : (width, height);
    }

    private static int QuarterTurns(int degrees) => ((degrees / 90) % 4 + 4) % 4;

    // Null when it is the whole picture or nonsense.
    private static FractionRect? Inside(FractionRect? crop)
    {
        if (crop is not { } rect)
        {
            return null;
        }

        var x = Math.Clamp(rect.X, 0, 0.98);
        var y = Math.Clamp(rect.Y, 0, 0.98);
        var width = Math.Min(rect.Width, 1 - x);
        var height = Math.Min(rect.Height, 1 - y);
        return width < 0.02 || height < 0.02 || (width > 0.999 && height > 0.999) ? null : new FractionRect(x, y, width, height);
    }
}
