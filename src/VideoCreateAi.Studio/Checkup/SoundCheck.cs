using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Checkup;

/// <summary>What plays music and what speaks.</summary>
internal static class SoundCheck
{
    private static readonly MediaTool[] s_voices = [MediaTool.Say, MediaTool.PowerShell, MediaTool.Espeak];

    public static IReadOnlyList<Finding> Run(IToolRunner tools) =>
    [
        Music(tools.PathOf(MediaTool.Fluidsynth), new AudioOptions().SoundFontPaths.FirstOrDefault(File.Exists)),
        s_voices.Select(tools.PathOf).FirstOrDefault(path => path is not null) is { } voice
            ? new("voice", FindingState.Ok, voice)
            : new("voice", FindingState.Warning, "nothing here speaks: no voiceovers"),
    ];

    public static Finding Music(string? fluidsynth, string? soundFont) => (fluidsynth, soundFont) switch
    {
        ({ } program, { } font) => new("music", FindingState.Ok, $"{program} with {Path.GetFileName(font)}"),
        (null, _) => new("music", FindingState.Warning, "fluidsynth is missing: the built-in synthesizer plays, which sounds plainer"),
        _ => new("music", FindingState.Warning, "a soundfont is missing: the built-in synthesizer plays, which sounds plainer"),
    };
}
