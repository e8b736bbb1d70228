using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using VideoCreateAi.Studio.Audio.Composing;
using VideoCreateAi.Studio.Audio.Synthesis;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Audio;

/// <summary>Turns a score into sound: by fluidsynth and a soundfont, else by the built-in synthesizer.</summary>
internal sealed partial class ScorePlayer(IOptions<AudioOptions> options, IToolRunner tools, ILogger<ScorePlayer> logger)
{
    private static readonly ToolLimits s_limits =
        new(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(20), 2048L * 1024 * 1024, 4095L * 1024 * 1024);

    // Beyond it the samples of a WAV file with a 32-bit length do not fit as floats.
    private static readonly TimeSpan s_mostFloats = TimeSpan.FromMinutes(150);

    private readonly AudioOptions _options = options.Value;

    /// <summary>What would play now. Part of every cache key: the same notes sound otherwise elsewhere.</summary>
    public string Instrument =>
        SoundFont is { } font ? $"{Path.GetFileName(font)} {new FileInfo(font).Length}" : $"built-in {SoftSynth.Version}";

    private string? SoundFont =>
        tools.IsInstalled(MediaTool.Fluidsynth) ? _options.SoundFontPaths.FirstOrDefault(File.Exists) : null;

    /// <summary>Writes the sound, not yet levelled and not yet of exact length, into the folder.</summary>
    /// <returns>The path of a WAV file.</returns>
    public async Task<string> PlayAsync(Score score, string workFolder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(workFolder, "played.wav");
        if (SoundFont is { } font)
        {
            try
            {
                await PlayByFluidsynthAsync(score, font, workFolder, path, cancellationToken);
                return path;
            }
            catch (ToolFailedException failure)
            {
                LogFluidsynthFailed(failure.ExitCode);
                LogFluidsynthOutputSensitive(failure.LastOutput);
            }
        }

        await Task.Run(() => SoftSynth.Play(score, path, cancellationToken), cancellationToken);
        return path;
    }

    private async Task PlayByFluidsynthAsync(
        Score score, string font, string workFolder, string path, CancellationToken cancellationToken)
    {
        var notes = Path.Combine(workFolder, "score.mid");
        await File.WriteAllBytesAsync(notes, MidiFile.Write(score), cancellationToken);
        await tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Fluidsynth,
                // Floats: loud chords go beyond full scale here, and mastering brings them back.
                Arguments =
                [
                    "-ni", "-q", "-g", score.Duration < s_mostFloats ? "0.6" : "0.2", "-r", "48000", "-O", score.Duration < s_mostFloats ? "float" : "s16", "-T", "wav",
                    "-o", "synth.reverb.active=1", "-o", "synth.reverb.room-size=0.62", "-o", "synth.reverb.damp=0.35",
                    "-o", "synth.reverb.width=0.9", "-o", "synth.reverb.level=0.75",
                    "-o", score.Parts.Any(part => part.Chorus > 0) ? "synth.chorus.active=1" : "synth.chorus.active=0", "-o", "synth.chorus.depth=5.5", "-o", "synth.chorus.level=1.4",
                    "-o", "synth.polyphony=512", "-o", "audio.period-size=1024",
                    "-F", path, font, notes,
                ],
                WorkFolder = workFolder,
                Inputs = [Path.GetDirectoryName(font)!, Path.GetFullPath(font)],
                Limits = s_limits,
            },
            cancellationToken);
        if (!File.Exists(path))
        {
            throw new ToolFailedException(MediaTool.Fluidsynth, 0, "fluidsynth made no sound.", "");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "fluidsynth exited with {ExitCode}; the built-in synthesizer played instead.")]
    private partial void LogFluidsynthFailed(int exitCode);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Last output of fluidsynth: {Output}")]
    private partial void LogFluidsynthOutputSensitive(string output);
}
