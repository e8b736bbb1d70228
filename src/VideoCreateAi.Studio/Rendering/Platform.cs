using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering;

/// <summary>Where a video is to be posted, and what is asked for there.</summary>
/// <param name="Name">The preset's name, such as <c>tiktok</c>.</param>
internal sealed record Platform(string Name, int Width, int Height, SafeArea Safe)
{
    /// <summary>Frames per second where the timeline's own rate is not taken.</summary>
    public const int UsualFramesPerSecond = 30;

    // TikTok's Content Posting API and Instagram's content publishing both take 23 to 60.
    private const int LeastFramesPerSecond = 23;
    private const int MostFramesPerSecond = 60;
    private const int SmoothFramesPerSecond = 48;

    // One area for the three that show 9:16, so that a file for one can be posted on the others and all three share their chunks: each side
    // is the widest border of the three. Left and below from Meta's safe zone for Reels (14 % above, 35 % below, 6 % at the sides),
    // above and right from Google's for vertical ads in Shorts (288 and 192 of 1080×1920 pixels); TikTok's lies within both.
    private static readonly SafeArea s_upright = new(0.06, 0.15, 0.18, 0.35);

    // Players lay nothing over these but the bar that fades, and the corners of the feed are round.
    private static readonly SafeArea s_plain = new(0.05, 0.05, 0.05, 0.1);

    // YouTube's recommended upload rates for SDR, by the shorter side: at 24 to 30 frames a second, and at 48 to 60. Instagram's most is 25,000 and
    // TikTok names none, so that what is good for YouTube is good for all.
    private static readonly (int Side, int Usual, int Smooth)[] s_kilobits =
        [(360, 1000, 1500), (480, 2500, 4000), (720, 5000, 7500), (1080, 8000, 12000), (1440, 16000, 24000), (int.MaxValue, 40000, 60000)];

    /// <summary>TikTok, Reels and Shorts fill a phone; Instagram's feed shows 4:5 and square; YouTube is watched lying.</summary>
    public static IReadOnlyList<Platform> All { get; } =
    [
        new("tiktok", 1080, 1920, s_upright),
        new("reels", 1080, 1920, s_upright),
        new("shorts", 1080, 1920, s_upright),
        new("youtube", 1920, 1080, s_plain),
        new("square", 1080, 1080, s_plain),
        new("4:5", 1080, 1350, s_plain),
    ];

    /// <summary>What all of them play at, in LUFS: louder sound is turned down there, quieter sound stays quiet.</summary>
    public double Loudness { get; init; } = -14;

    public static Platform? Find(string name) => All.FirstOrDefault(platform => platform.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The timeline's own rate where it is taken: frames that are doubled or left out are seen.</summary>
    public static int FramesPerSecond(int own) => own is >= LeastFramesPerSecond and <= MostFramesPerSecond ? own : UsualFramesPerSecond;

    /// <summary>The most kilobits of picture in a second. Quality decides below it.</summary>
    public static int MostKilobits(Canvas canvas)
    {
        var row = s_kilobits.First(row => Math.Min(canvas.Width, canvas.Height) <= row.Side);
        return canvas.FramesPerSecond >= SmoothFramesPerSecond ? row.Smooth : row.Usual;
    }
}
