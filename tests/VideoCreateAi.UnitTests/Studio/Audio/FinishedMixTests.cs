using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Rendering.Encoder;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Audio;

/// <summary>What leaves the studio is as loud as the web wants it, in the file that is posted and not only before it is encoded.</summary>
public sealed partial class FinishedMixTests : IDisposable
{
    private readonly SoundRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("calm", 1.0, 12)]
    [InlineData("electronic", 0.35, 12)]
    [InlineData("cinematic", 1.0, 3)]
    public async Task Music_by_itself_has_the_loudness_of_the_web(string mood, double volume, double seconds)
    {
        var music = Music(mood, seconds) with { Volume = volume };

        await HasTheLoudnessOfTheWebAsync(seconds, [], new VideoTimeline { SoundTracks = [Track(SoundRole.Music, music)] });
    }

    [Fact]
    public async Task A_voice_over_music_that_gets_out_of_its_way_has_the_loudness_of_the_web()
    {
        var words = new SoundSegment { Id = "v", Range = Range(0.5, 5), Text = "Welcome to our summer sale. Everything is half price until Sunday." };
        var timeline = new VideoTimeline
        {
            SoundTracks = [Track(SoundRole.Music, Music("upbeat", 8) with { Duck = true, Volume = 0.6 }), Track(SoundRole.Voiceover, words)],
        };

        await HasTheLoudnessOfTheWebAsync(8, [], timeline);
    }

    [Theory]
    [InlineData(0.9, 4.0)]
    [InlineData(0.004, 4.0)]
    [InlineData(0.2, 3.0)]
    public async Task Clips_loud_and_quiet_have_the_loudness_of_the_web(double level, double seconds)
    {
        // Noise that comes and goes like talk, and now and then a knock.
        var random = new Random(5);
        var clip = await _rig.ClipAsync("clip", Seconds(seconds), time =>
            level * ((random.NextDouble() - 0.5) * (0.25 + (0.75 * Math.Pow(Math.Sin(time * 5), 2))) + (time % 0.9 < 0.002 ? Math.Sin(time * 3000) * 0.5 : 0)));
        var timeline = WithClip("clip", seconds);

        await HasTheLoudnessOfTheWebAsync(seconds, [clip], timeline);
    }

    [Fact]
    public async Task Takes_that_add_up_to_more_than_full_scale_have_the_loudness_of_the_web()
    {
        var loud = _rig.Wave("loud", Seconds(3), time => SoundRig.Tone(time, 200, 0.9) * Math.Abs(Math.Sin(3 * time)));
        var timeline = new VideoTimeline { SoundTracks = [Track(SoundRole.Effect, Sound("loud", 3)), Track(SoundRole.Effect, Sound("loud", 3))] };

        await HasTheLoudnessOfTheWebAsync(3, [loud], timeline);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.0005)]
    public async Task Silence_and_the_noise_in_it_stay_what_they_are(double level)
    {
        var random = new Random(5);
        var silence = _rig.Wave("silence", Seconds(2), _ => level * (random.NextDouble() - 0.5));

        var mix = new Listening(await MixAsync(2, [silence], new VideoTimeline { SoundTracks = [Track(SoundRole.Effect, Sound("silence", 2))] }));

        Assert.True(mix.Level(0.1, 1.9) < -75, $"{mix.Level(0.1, 1.9)} dB");
    }

    [Fact]
    public async Task The_mix_is_as_long_as_the_video_and_nothing_in_it_is_late()
    {
        var click = _rig.Wave("click", Seconds(2), time => time is >= 0.5 and < 0.501 or >= 1.5 and < 1.501 ? 0.5 : 0);

        var mix = new Listening(await MixAsync(2, [click], new VideoTimeline { SoundTracks = [Track(SoundRole.Effect, Sound("click", 2))] }));

        Assert.Equal(96_000, mix.Length);
        Assert.Equal(0.5, mix.FirstAbove(0.1), 0.0002);
    }

    [Fact]
    public async Task A_mix_whose_parts_did_not_change_is_taken_again()
    {
        var tone = _rig.Wave("tone", Seconds(2), time => SoundRig.Tone(time));
        var timeline = new VideoTimeline { SoundTracks = [Track(SoundRole.Effect, Sound("tone", 2))] };
        var first = await MixAsync(2, [tone], timeline);
        File.Delete(tone.Path);

        var again = await MixAsync(2, [tone], timeline);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(again));
    }

    [Fact]
    public async Task A_change_of_volume_makes_another_mix()
    {
        var (low, high) = (_rig.Wave("low", Seconds(2), time => SoundRig.Tone(time, 300)), _rig.Wave("high", Seconds(2), time => SoundRig.Tone(time, 1500)));
        var timeline = new VideoTimeline { SoundTracks = [Track(SoundRole.Effect, Sound("low", 2)), Track(SoundRole.Effect, Sound("high", 2))] };
        var softer = timeline with { SoundTracks = [timeline.SoundTracks[0], Track(SoundRole.Effect, Sound("high", 2) with { Volume = 0.25 })] };
        var before = new Listening(await MixAsync(2, [low, high], timeline));

        var after = new Listening(await MixAsync(2, [low, high], softer));

        Assert.Equal(-12, after.Tone(1500, 0.5, 1.5) - after.Tone(300, 0.5, 1.5) - (before.Tone(1500, 0.5, 1.5) - before.Tone(300, 0.5, 1.5)), 0.3);
    }

    /// <summary>Judged by ffmpeg's own meter on the decoded AAC, which knows nothing of ours.</summary>
    private async Task HasTheLoudnessOfTheWebAsync(double seconds, MediaFile[] files, VideoTimeline timeline)
    {
        var mix = await MixAsync(seconds, files, timeline);
        var folder = _rig.NewFolder();
        var encoded = Path.Combine(folder, "sound.mp4");
        await _rig.Tools.RunAsync(
            new ToolRun { Tool = MediaTool.Ffmpeg, Arguments = EncoderArguments.Sound(mix, encoded), WorkFolder = folder, Inputs = [mix], Limits = ToolLimits.Encode },
            CancellationToken.None);

        var (loudness, peak) = await MeasureAsync(encoded, folder);

        Assert.Equal(Math.Round(seconds * 48_000), new Listening(mix).Length);
        Assert.True(loudness is >= -15 and <= -13 && peak <= -1, $"{loudness} LUFS, {peak} dBTP");
    }

    private async Task<(double Loudness, double Peak)> MeasureAsync(string path, string folder)
    {
        using var report = new MemoryStream();
        await _rig.Tools.RunAsync(
            new ToolRun
            {
                Tool = MediaTool.Ffmpeg,
                Arguments = new FfmpegArguments()
                    .ForcedInput("mov", path, InputGuards.Clip)
                    .AudioFilter("ebur128=peak=true:metadata=1,ametadata=mode=print:file=-")
                    .NoOutput()
                    .Build(),
                WorkFolder = folder,
                Inputs = [path],
                Limits = ToolLimits.Decode,
                Read = (output, stop) => output.CopyToAsync(report, stop),
            },
            CancellationToken.None);
        var text = Encoding.UTF8.GetString(report.ToArray());
        var peak = Math.Max(Last("true_peaks_ch0"), Last("true_peaks_ch1"));
        return (Last("I"), 20 * Math.Log10(peak));

        double Last(string key) => double.Parse(Values(key).Last(), CultureInfo.InvariantCulture);

        IEnumerable<string> Values(string key) => Row().Matches(text).Where(row => row.Groups["key"].Value == key).Select(row => row.Groups["value"].Value);
    }

    private async Task<string> MixAsync(double seconds, MediaFile[] files, VideoTimeline timeline) => Assert.IsType<string>(
        await _rig.Mixer.MixAsync(timeline, Seconds(seconds), new Shelf(files), _rig.NewFolder(), CancellationToken.None));

    private static SoundSegment Music(string mood, double seconds) => new() { Id = "m", Range = Range(0, seconds), Mood = mood, Seed = 5 };

    private static SoundSegment Sound(string source, double seconds) => new() { Id = source, Source = source, Range = Range(0, seconds) };

    private static SoundTrack Track(SoundRole role, SoundSegment segment) => new() { Id = segment.Id, Role = role, Segments = [segment] };

    private static VideoTimeline WithClip(string source, double seconds) => new()
    {
        PictureTracks =
        [
            new PictureTrack
            {
                Id = "main", Segments = [new PictureSegment { Id = "c", Source = source, Kind = PictureKind.Video, Range = Range(0, seconds), Out = Seconds(seconds) }],
            },
        ],
    };

    private static TimeRange Range(double start, double length) => new(Seconds(start), Seconds(length));

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    [GeneratedRegex(@"lavfi\.r128\.(?<key>\w+)=(?<value>-?[0-9.]+)")]
    private static partial Regex Row();
}
