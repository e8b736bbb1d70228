using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Ffmpeg;
using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Audio;

public sealed class SoundReviewTests : IDisposable
{
    private static readonly TimeSpan s_length = TimeSpan.FromSeconds(2);

    private readonly SoundRig _rig = new(withSoundFont: false);

    public void Dispose() => _rig.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task A_good_recording_is_worth_no_word()
        => Assert.Empty(await ReviewAsync(SoundRole.Music, time => SoundRig.Tone(time, amplitude: 0.9)));

    [Fact(Timeout = 60_000)]
    public async Task A_silent_voice_is_named()
    {
        var note = Assert.Single(await ReviewAsync(SoundRole.Voiceover, _ => 0));

        Assert.StartsWith("The voice-over \"take\" is silent", note, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task An_overloaded_recording_is_named()
    {
        var note = Assert.Single(await ReviewAsync(SoundRole.Effect, time => Math.Clamp(SoundRig.Tone(time, amplitude: 3), -1, 1)));

        Assert.StartsWith("The sound effect \"take\" is overloaded", note, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Loud_music_that_only_touches_full_scale_is_not_called_overloaded()
        => Assert.Empty(await ReviewAsync(SoundRole.Music, time => SoundRig.Tone(time, frequency: 997, amplitude: 1)));

    [Fact(Timeout = 60_000)]
    public async Task Music_at_volume_0_and_words_without_a_voice_are_named()
    {
        var timeline = new VideoTimeline
        {
            SoundTracks =
            [
                new SoundTrack { Id = "m", Segments = [Segment() with { Mood = "calm", Volume = 0 }] },
                new SoundTrack { Id = "v", Role = SoundRole.Voiceover, Segments = [Segment() with { Text = "Welcome to our shop" }] },
            ],
        };

        var tools = new ToolRunnerWithout(_rig.Tools, MediaTool.Espeak);
        var notes = await new SoundReview(tools).ReviewAsync(timeline, new Files(), _rig.NewFolder(), CancellationToken.None);

        Assert.Equal(2, notes.Count);
        Assert.Contains("\"calm\" has volume 0", notes[0], StringComparison.Ordinal);
        Assert.Contains("\"Welcome to our shop\" is not spoken", notes[1], StringComparison.Ordinal);
        Assert.Contains("install espeak-ng", notes[1], StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> ReviewAsync(SoundRole role, Func<double, double> sound)
    {
        var files = new Files(_rig.Wave("take", s_length, sound));
        var timeline = new VideoTimeline
        {
            SoundTracks = [new SoundTrack { Id = "t", Role = role, Segments = [Segment() with { Source = "take", Name = "take" }] }],
        };
        return await new SoundReview(_rig.Tools).ReviewAsync(timeline, files, _rig.NewFolder(), CancellationToken.None);
    }

    private static SoundSegment Segment() => new() { Id = "s", Range = new TimeRange(TimeSpan.Zero, s_length) };

    private sealed class Files(params MediaFile[] files) : IMediaFiles
    {
        public MediaFile Get(string id) => files.FirstOrDefault(file => file.Id == id) ?? throw new KeyNotFoundException();
    }
}
