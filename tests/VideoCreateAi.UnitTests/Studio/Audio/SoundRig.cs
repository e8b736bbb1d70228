using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Audio.Voice;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Studio.Audio;

/// <summary>The sound rooms of the studio with the real tools, in a folder of their own.</summary>
internal sealed class SoundRig : IDisposable
{
    private readonly TempFolder _folder = new();

    public SoundRig(bool withSoundFont = true, long cacheBytes = 500_000_000, bool withVoice = true)
    {
        var options = new AudioOptions { CacheFolder = _folder.File("cache"), CacheBytes = cacheBytes };
        if (!withSoundFont)
        {
            options.SoundFontPaths.Clear();
        }

        IToolRunner tools = new SandboxedToolRunner(new ToolOptions(), NullLogger<SandboxedToolRunner>.Instance);
        Tools = withVoice ? tools : new ToolRunnerWithout(tools, MediaTool.Espeak);
        Player = new ScorePlayer(Options.Create(options), Tools, NullLogger<ScorePlayer>.Instance);
        Cache = new SoundCache(Options.Create(options), TimeProvider.System, NullLogger<SoundCache>.Instance);
        Music = new MusicLibrary(Cache, Player, new Mastering(Tools), NullLogger<MusicLibrary>.Instance);
        Voices = new VoiceLibrary(Cache, Tools, NullLogger<VoiceLibrary>.Instance);
        Mixer = new SoundMixer(Tools, Music, Voices, Cache);
        Directory.CreateDirectory(options.CacheFolder);
    }

    public IToolRunner Tools { get; }

    public ScorePlayer Player { get; }

    public SoundCache Cache { get; }

    public MusicLibrary Music { get; }

    public VoiceLibrary Voices { get; }

    public SoundMixer Mixer { get; }

    public string CacheFolder => _folder.File("cache");

    public string NewFolder() => Directory.CreateDirectory(_folder.File(Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Writes a stereo WAV whose samples are given by time.</summary>
    public MediaFile Wave(string id, TimeSpan length, Func<double, double> sound)
    {
        var path = _folder.File(id + ".wav");
        WaveFile.WriteFloats(path, Samples(length, sound));
        return Media(id, path, new MediaFormat("wav", MediaKind.Audio, "wav"), length);
    }

    /// <summary>A clip with a picture, whose sound is given by time.</summary>
    public async Task<MediaFile> ClipAsync(string id, TimeSpan length, Func<double, double>? sound)
    {
        var path = _folder.File(id + ".mov");
        var arguments = new FfmpegArguments().Option("f", "lavfi").Option("i", "color=c=gray:s=64x64:r=30");
        if (sound is not null)
        {
            arguments.WavInput(Wave(id + "-sound", length, sound).Path).AudioCodec("pcm_s16le");
        }

        await Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = arguments.VideoCodec("mpeg4").Duration(length).Output("mov", path).Build(),
                WorkFolder = _folder.Path,
            },
            CancellationToken.None);
        return Media(id, path, new MediaFormat("mov", MediaKind.Video, "mov"), length) with
        {
            Info = new MediaInfo { Width = 64, Height = 64, FramesPerSecond = 30, Duration = length, HasSound = sound is not null },
        };
    }

    public static float[] Samples(TimeSpan length, Func<double, double> sound)
    {
        var samples = new float[SoundFormat.Samples(length) * 2];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)sound(i / 2 / (double)SoundFormat.SampleRate);
        }

        return samples;
    }

    public static double Tone(double time, double frequency = 440, double amplitude = 0.25) =>
        amplitude * Math.Sin(2 * Math.PI * frequency * time);

    public void Dispose() => _folder.Dispose();

    private static MediaFile Media(string id, string path, MediaFormat format, TimeSpan length) => new()
    {
        Id = id,
        Name = id,
        Format = format,
        Path = path,
        Info = new MediaInfo { Duration = length, HasSound = true },
        Bytes = new FileInfo(path).Length,
        Hash = id,
    };
}
