namespace VideoCreateAi.Studio.Audio;

/// <summary>Where sound is kept and what plays it.</summary>
internal sealed class AudioOptions
{
    public const string Section = "Audio";

    /// <summary>Holds composed music. Absolute; made when it is missing.</summary>
    public string CacheFolder { get; set; } = "";

    /// <summary>The oldest music is dropped beyond this.</summary>
    public long CacheBytes { get; set; } = 500L * 1024 * 1024;

    /// <summary>Soundfonts by preference; the first that exists is played. With none the built-in synthesizer plays.</summary>
    public IList<string> SoundFontPaths { get; } =
    [
        "/usr/share/sounds/sf2/TimGM6mb.sf2",
        "/usr/share/sounds/sf2/FluidR3_GM.sf2",
        "/usr/share/soundfonts/FluidR3_GM.sf2",
        "/usr/share/sounds/sf2/default-GM.sf2",
        "/usr/share/soundfonts/default.sf2",
        "/usr/share/sounds/sf3/default-GM.sf3",
        "/opt/homebrew/share/fluid-synth/sf2/default.sf2",
        "/usr/local/share/fluid-synth/sf2/default.sf2",
    ];
}
