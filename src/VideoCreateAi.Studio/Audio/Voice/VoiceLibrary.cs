using System.Globalization;
using Microsoft.Extensions.Logging;
using VideoCreateAi.Studio.Ffmpeg;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Has words spoken by the voice of the system, polished and as loud as all other voices, and keeps them.</summary>
internal sealed partial class VoiceLibrary
{
    /// <summary>LUFS of a finished voice at volume 1.</summary>
    public const double Target = -16;

    private const double Ceiling = -1.5;

    /// <summary>Part of every cache key.</summary>
    private const int Version = 1;

    // The mud of a small head out, some chest and clearness in, loud and soft syllables nearer to each other, and a hint of a room:
    // a dry voice stands in front of the pictures like a stranger.
    private const string Polish =
        "aresample=48000,highpass=f=85,equalizer=f=180:t=q:w=1:g=2.5,equalizer=f=480:t=q:w=1.2:g=-2.5,equalizer=f=2900:t=q:w=1.4:g=1.5,"
        + "treble=g=-3:f=7500,acompressor=threshold=0.09:ratio=3:attack=6:release=140:knee=4,aecho=0.95:0.5:19|33:0.1|0.07,aformat=channel_layouts=stereo";

    // What rings on behind the last word.
    private static readonly TimeSpan s_after = TimeSpan.FromMilliseconds(220);

    private readonly SoundCache _cache;

    private readonly IToolRunner _tools;

    private readonly ISpeaker[] _speakers;

    private readonly ILogger<VoiceLibrary> _logger;

    public VoiceLibrary(SoundCache cache, IToolRunner tools, ILogger<VoiceLibrary> logger)
    {
        (_cache, _tools, _logger) = (cache, tools, logger);
        _speakers = Speakers(tools);
    }

    /// <summary>Whether anybody can speak here.</summary>
    public static bool CanSpeak(IToolRunner tools) => Array.Exists(Speakers(tools), speaker => speaker.IsInstalled);

    public bool IsReady => Array.Exists(_speakers, speaker => speaker.IsInstalled);

    /// <param name="voice">A language's two or three letters; null = the text tells.</param>
    /// <param name="workFolder">For the file and for what is needed on the way: a folder for each text, the caller's to clean up.</param>
    /// <returns>Null when there is no voice, or nothing to be said.</returns>
    public async Task<Speech?> SpeakAsync(string text, string? voice, string workFolder, CancellationToken cancellationToken)
    {
        var words = SpokenWords.Of(text);
        if (Array.Find(_speakers, speaker => speaker.IsInstalled) is not { } speaker || !words.Any(word => SpokenWords.Plain(word).Any(char.IsLetterOrDigit)))
        {
            return null;
        }

        var language = IsLanguage(voice) ? voice!.ToLowerInvariant() : SpokenLanguage.Of(text);
        var key = SoundKey.Of(string.Create(CultureInfo.InvariantCulture, $"{Version}|{speaker.Identity}|{language}|{string.Join('\n', words)}"));
        var (path, sheet) = (Path.Combine(workFolder, "voice.wav"), Path.Combine(workFolder, "voice.words"));
        if (!_cache.TryTake($"voice-{key}.wav", path) || !_cache.TryTake($"voice-{key}.words", sheet))
        {
            try
            {
                await RecordAsync(speaker, words, language, path, sheet, workFolder, cancellationToken);
            }
            catch (Exception failure) when (failure is ToolFailedException or InvalidDataException)
            {
                LogNotSpoken(speaker.GetType().Name, failure.GetType().Name);
                return null;
            }

            _cache.Keep(path, $"voice-{key}.wav");
            _cache.Keep(sheet, $"voice-{key}.words");
        }

        var timed = WordSheet.Read(await File.ReadAllLinesAsync(sheet, cancellationToken));
        return new Speech(path, key, timed.Count == 0 ? TimeSpan.Zero : timed[^1].End + s_after, timed);
    }

    private async Task RecordAsync(
        ISpeaker speaker, IReadOnlyList<string> words, string language, string path, string sheet, string workFolder, CancellationToken cancellationToken)
    {
        var recording = await speaker.SpeakAsync(words, language, workFolder, cancellationToken);
        var polished = Path.Combine(workFolder, "polished.wav");
        await _tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments().WavInput(recording.Path).AudioFilter(Polish).StripMetadata().AudioCodec("pcm_f32le").Output("wav", polished).Build(),
                WorkFolder = workFolder,
                Inputs = [recording.Path],
                Limits = ToolLimits.Decode,
            },
            cancellationToken);
        var length = recording.Words.Count == 0 ? TimeSpan.Zero : recording.Words[^1].End + s_after;
        await Task.Run(() => Levelling.Write(polished, path, SoundFormat.Samples(length), Target, Ceiling, cancellationToken), cancellationToken);
        await File.WriteAllLinesAsync(sheet, WordSheet.Write(recording.Words), cancellationToken);
    }

    // What a draft says about the voice goes into a command line, so it is a name of a language or nothing.
    private static bool IsLanguage(string? voice) => voice is { Length: >= 2 and <= 3 } && voice.All(char.IsAsciiLetter);

    // The system's own voice speaks better than the one that can be installed everywhere.
    private static ISpeaker[] Speakers(IToolRunner tools) => [new SaySpeaker(tools), new WindowsSpeaker(tools), new EspeakSpeaker(tools)];

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Speaker} did not speak: {Reason}.")]
    private partial void LogNotSpoken(string speaker, string reason);
}
