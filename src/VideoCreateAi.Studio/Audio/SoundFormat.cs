namespace VideoCreateAi.Studio.Audio;

/// <summary>The one format of sound between the steps: 48 kHz stereo.</summary>
internal static class SoundFormat
{
    public const int SampleRate = 48_000;

    public const int Channels = 2;

    /// <summary>How many samples of each channel last that long.</summary>
    public static long Samples(TimeSpan time) => (long)Math.Round(time.TotalSeconds * SampleRate);
}
