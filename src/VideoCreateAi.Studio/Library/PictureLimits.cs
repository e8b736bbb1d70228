using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Library;

/// <summary>How large a picture may be. Judged by the header, before anything is decoded:
/// a picture of one megabyte can unpack to more than one gigabyte.</summary>
internal static class PictureLimits
{
    public const int LongestSide = 8192;

    public const long MostPixels = InputGuards.MostPixels;

    /// <exception cref="MediaRefusedException">It is too large, or has no size at all.</exception>
    public static void Check(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw MediaRefusal.Unreadable("its picture has no size.");
        }

        if (width > LongestSide || height > LongestSide || width * height > MostPixels)
        {
            throw MediaRefusal.TooManyPixels(width, height);
        }
    }
}
