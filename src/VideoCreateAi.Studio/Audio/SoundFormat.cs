using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Audio;

/// <summary>The one format of sound between the steps: 48 kHz stereo.</summary>
internal static class SoundFormat
{
    public const int SampleRate = 48_000;

    public const int Channels = 2;

    /// <summary>For steps over the sound of a whole video: hours of it are gigabytes.</summary>
    public static readonly ToolLimits Limits =
        new(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20), 4096L * 1024 * 1024, 4095L * 1024 * 1024);

    /// <summary>How many samples of each channel last that long.</summary>
    public static long Samples(TimeSpan time) => (long)Math.Round(time.TotalSeconds * SampleRate);
}
