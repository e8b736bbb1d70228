namespace VideoCreateAi.Studio.Audio.Synthesis;

internal enum SoftWave
{
    /// <summary>A few sines, the higher the sooner gone: strings that are struck or plucked.</summary>
    Harmonics,

    /// <summary>One sine shakes another.</summary>
    Bell,

    /// <summary>Two saws a little apart through a low-pass.</summary>
    Saw,

    /// <summary>A sine with some saw above it.</summary>
    Deep,
}
