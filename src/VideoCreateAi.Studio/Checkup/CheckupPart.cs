namespace VideoCreateAi.Studio.Checkup;

/// <summary>What can be looked at by itself.</summary>
public enum CheckupPart
{
    /// <summary>ffmpeg and ffprobe, and what they can do.</summary>
    Programs,

    /// <summary>What draws letters, and the fonts for it.</summary>
    Letters,

    /// <summary>Music and voice.</summary>
    Sound,

    Sandbox,
}
