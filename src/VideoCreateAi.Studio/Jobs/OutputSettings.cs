using VideoCreateAi.Protocol.Renders;
using VideoCreateAi.Studio.Projects;
using VideoCreateAi.Studio.Rendering;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Jobs;

/// <summary>From the words of a render request to settings.</summary>
internal static class OutputSettings
{
    private const int SmallestSide = 64;
    private const int LargestSide = 4096;
    private const int LeastKilobits = 100;

    // A GIF of full size and rate is ten times the video and plays nowhere smoothly.
    private const int GifShortSide = 480;
    private const int GifFramesPerSecond = 15;

    private static readonly Dictionary<string, OutputFormat> s_formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mp4"] = OutputFormat.Mp4,
        ["mov"] = OutputFormat.Mov,
        ["webm"] = OutputFormat.Webm,
        ["gif"] = OutputFormat.Gif,
        ["mp3"] = OutputFormat.Mp3,
        ["wav"] = OutputFormat.Wav,
        ["jpg"] = OutputFormat.Jpg,
        ["png"] = OutputFormat.Png,
    };

    private static readonly Dictionary<string, RenderQuality> s_qualities = new(StringComparer.OrdinalIgnoreCase)
    {
        ["draft"] = RenderQuality.Draft,
        ["fast"] = RenderQuality.Fast,
        ["good"] = RenderQuality.Good,
        ["high"] = RenderQuality.Good,
        ["best"] = RenderQuality.Best,
    };

    private static readonly Dictionary<string, int> s_resolutions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["480p"] = 480,
        ["720p"] = 720,
        ["1080p"] = 1080,
        ["1440p"] = 1440,
        ["2160p"] = 2160,
        ["4k"] = 2160,
    };

    /// <summary>The fault in a request, in words for the user; null when it can be rendered.</summary>
    public static string? FaultOf(RenderOutput output)
    {
        if (!s_formats.ContainsKey(output.Format))
        {
            return $"The format '{output.Format}' is not made here. Choose one of {string.Join(", ", s_formats.Keys)}.";
        }

        if (!s_qualities.ContainsKey(output.Quality))
        {
            return $"The quality '{output.Quality}' is unknown. Choose one of {string.Join(", ", s_qualities.Keys)}.";
        }

        if (output.Preset is { } preset && Platform.Find(preset) is null)
        {
            return $"The preset '{preset}' is unknown. Choose one of {string.Join(", ", Platform.All.Select(platform => platform.Name))}.";
        }

        if (output.Resolution is { } resolution && !s_resolutions.ContainsKey(resolution))
        {
            return $"The resolution '{resolution}' is unknown. Choose one of {string.Join(", ", s_resolutions.Keys)}.";
        }

        if (output.MostKilobits is < LeastKilobits)
        {
            return $"most_kilobits is {output.MostKilobits}; the least is {LeastKilobits}.";
        }

        if (output.FramesPerSecond is < 1 or > 60)
        {
            return $"{output.FramesPerSecond} frames per second cannot be made. Choose 1 to 60.";
        }

        if (output.AtMilliseconds is < 0 or > DraftCodec.LongestMilliseconds)
        {
            return $"at_ms is {output.AtMilliseconds}; it must be 0 to {DraftCodec.LongestMilliseconds}.";
        }

        if ((output.Width is null) != (output.Height is null)
            || output.Width is < SmallestSide or > LargestSide || output.Height is < SmallestSide or > LargestSide)
        {
            return $"Width and height go together, {SmallestSide} to {LargestSide} pixels each.";
        }

        return null;
    }

    /// <summary>Settings for a request without a fault.</summary>
    public static RenderSettings For(RenderOutput output, Canvas canvas)
    {
        var platform = output.Preset is { } preset ? Platform.Find(preset) : null;
        var (width, height) = output is { Width: { } w, Height: { } h } ? (w, h)
            : platform is not null ? (platform.Width, platform.Height)
            : (canvas.Width, canvas.Height);
        var format = s_formats[output.Format];
        var shortSide = Math.Min(width, height);
        var asked = output.Resolution is { } resolution ? s_resolutions[resolution]
            : format == OutputFormat.Gif && output.Width is null ? Math.Min(shortSide, GifShortSide)
            : shortSide;
        if (asked != shortSide)
        {
            (width, height) = (NearestEven((double)width * asked / shortSide), NearestEven((double)height * asked / shortSide));
        }

        var rate = format == OutputFormat.Gif ? Math.Min(canvas.FramesPerSecond, GifFramesPerSecond)
            : platform is not null ? Platform.FramesPerSecond(canvas.FramesPerSecond)
            : canvas.FramesPerSecond;
        return new RenderSettings(
            format, s_qualities[output.Quality], new Canvas(Even(width), Even(height), output.FramesPerSecond ?? rate), platform)
        {
            AskedKilobits = output.MostKilobits,
            At = output.AtMilliseconds is { } at ? TimeSpan.FromMilliseconds(at) : null,
        };
    }

    // 480p of 16:9 is 853.3 wide: 854, as everybody makes it.
    private static int NearestEven(double pixels) => 2 * (int)Math.Round(pixels / 2);

    private static int Even(int pixels) => Math.Max(2, pixels / 2 * 2);
}
