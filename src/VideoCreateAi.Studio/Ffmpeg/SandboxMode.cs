namespace VideoCreateAi.Studio.Ffmpeg;

internal enum SandboxMode
{
    /// <summary>The strongest that works on this machine.</summary>
    Auto,

    /// <summary>Nothing runs without the full sandbox.</summary>
    Required,

    /// <summary>Limits alone.</summary>
    Off,
}
