using VideoCreateAi.Studio.Library;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.UnitTests.Studio.Audio;

public sealed class SoundMixerTests : IDisposable
{
    private readonly SoundRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_timeline_without_sound_has_no_mix()
    {
        var silent = await _rig.ClipAsync("clip", Seconds(1), sound: null);
        var timeline = WithClips(Clip("clip", 0, 1));

        var mix = await _rig.Mixer.MixAsync(timeline, Seconds(1), new Shelf(silent), _rig.NewFolder(), CancellationToken.None);

        Assert.Null(mix);
    }

    [Theory]
    [InlineData(2.0)]
    [InlineData(3.3333)]
    [InlineData(0.7)]
    public async Task The_mix_is_as_long_as_asked_to_the_sample(double seconds)
    {
        var song = _rig.Wave("song", Seconds(2), time => SoundRig.Tone(time));

        var mix = await MixAsync(seconds, [song], WithSound(SoundRole.Effect, Sound("song", 0, 2)));

        Assert.Equal((long)Math.Round(seconds * 48000), mix.Length);
    }

    [Fact]
    public async Task Volume_is_a_factor_on_what_was_recorded()
    {
        var song = _rig.Wave("song", Seconds(3), time => SoundRig.Tone(time));

        var full = await MixAsync(3, [song], WithSound(SoundRole.Music, Sound("song", 0, 3)));
        var less = await MixAsync(3, [song], WithSound(SoundRole.Music, Sound("song", 0, 3) with { Volume = 0.35 }));

        Assert.Equal(-15.05, full.Level(1, 2), 0.1);
        Assert.Equal(full.Level(1, 2) - 9.12, less.Level(1, 2), 0.1);
    }

    [Fact]
    public async Task Music_fades_in_and_out()
    {
        var song = _rig.Wave("song", Seconds(4), time => SoundRig.Tone(time));
        var sound = Sound("song", 0, 4) with { FadeIn = Seconds(1), FadeOut = Seconds(1) };

        var mix = await MixAsync(4, [song], WithSound(SoundRole.Music, sound));

        Assert.True(mix.Level(0, 0.1) < mix.Level(1.5, 2.5) - 15, $"{mix.Level(0, 0.1)} dB");
        Assert.True(mix.Level(3.9, 4) < mix.Level(1.5, 2.5) - 15, $"{mix.Level(3.9, 4)} dB");
        Assert.Equal(mix.Level(1.5, 2.5), mix.Level(1.1, 1.4), 0.2);
    }

    [Fact]
    public async Task A_clip_sounds_where_its_segment_begins()
    {
        var clip = await _rig.ClipAsync("clip", Seconds(2), time => SoundRig.Tone(time, 880));

        var mix = await MixAsync(3, [clip], WithClips(Clip("clip", 1.25, 1)));

        Assert.InRange(mix.FirstAbove(0.02), 1.245, 1.255);
        Assert.True(mix.Level(2.3, 3) < -80);
    }

    [Fact]
    public async Task The_limiter_delays_nothing()
    {
        var click = _rig.Wave("click", Seconds(1), time => time is >= 0.5 and < 0.501 ? 0.5 : 0);

        var mix = await MixAsync(1, [click], WithSound(SoundRole.Effect, Sound("click", 0, 1)));

        Assert.Equal(0.5, mix.FirstAbove(0.1), 0.0002);
    }

    [Fact]
    public async Task A_frame_that_is_held_is_silent()
    {
        var clip = await _rig.ClipAsync("clip", Seconds(3), time => SoundRig.Tone(time));
        var held = Clip("clip", 1, 1) with { In = Seconds(1), Out = Seconds(1) };

        var mix = await MixAsync(3, [clip], WithClips(Clip("clip", 0, 1), held, Clip("clip", 2, 1) with { In = Seconds(1), Out = Seconds(2) }));

        Assert.True(mix.Level(1.05, 1.95) < -80, $"{mix.Level(1.05, 1.95)} dB");
        Assert.True(mix.Level(0.1, 0.9) > -30 && mix.Level(2.1, 2.9) > -30);
    }

    [Fact]
    public async Task Only_the_used_range_of_a_clip_sounds()
    {
        var clip = await _rig.ClipAsync("clip", Seconds(3), time => SoundRig.Tone(time, time < 1 ? 300 : time < 2 ? 600 : 1200));

        var mix = await MixAsync(1, [clip], WithClips(Clip("clip", 0, 1) with { In = Seconds(1), Out = Seconds(2) }));

        Assert.Equal(600, mix.Pitch(0.1, 0.9), 5.0);
    }

    [Theory]
    [InlineData(2.0, 1.0)]
    [InlineData(3.0, 0.6667)]
    [InlineData(0.25, 8.0)]
    public async Task A_faster_or_slower_clip_keeps_its_pitch_and_fills_its_segment(double speed, double length)
    {
        var clip = await _rig.ClipAsync("clip", Seconds(2), time => SoundRig.Tone(time, 500));
        var segment = Clip("clip", 0, length) with { In = TimeSpan.Zero, Out = Seconds(2), Speed = speed };

        var mix = await MixAsync(length, [clip], WithClips(segment));

        Assert.Equal(500, mix.Pitch(0.1, length - 0.1), 10.0);
        Assert.Equal(-15, mix.Level(length - 0.25, length - 0.1), 2.0);
    }

    [Fact]
    public async Task A_reversed_clip_sounds_backwards()
    {
        var clip = await _rig.ClipAsync("clip", Seconds(2), time => SoundRig.Tone(time, time < 1 ? 300 : 900));
        var segment = Clip("clip", 0, 2) with { Out = Seconds(2), Reverse = true };

        var mix = await MixAsync(2, [clip], WithClips(segment));

        Assert.Equal(900, mix.Pitch(0.1, 0.9), 10.0);
        Assert.Equal(300, mix.Pitch(1.1, 1.9), 10.0);
    }

    [Fact]
    public async Task Clips_that_overlap_in_a_transition_fade_into_each_other()
    {
        var low = await _rig.ClipAsync("low", Seconds(2), time => SoundRig.Tone(time, 300));
        var high = await _rig.ClipAsync("high", Seconds(2), time => SoundRig.Tone(time, 1500));
        var timeline = WithClips(
            Clip("low", 0, 2), Clip("high", 1, 2) with { Transition = new Transition("crossfade", Seconds(1)) });

        var mix = await MixAsync(3, [low, high], timeline);

        Assert.Equal(mix.Level(0.2, 0.8), mix.Level(1.4, 1.6), 1.0);
        Assert.Equal(300, mix.Pitch(1, 1.05), 40.0);
        Assert.Equal(1500, mix.Pitch(1.95, 2), 40.0);
    }

    [Fact]
    public async Task A_song_shorter_than_its_range_goes_round_without_a_gap()
    {
        var song = _rig.Wave("song", Seconds(2), time => SoundRig.Tone(time, 500));

        var mix = await MixAsync(7, [song], WithSound(SoundRole.Music, Sound("song", 0, 7)));

        for (var at = 0.1; at < 6.8; at += 0.1)
        {
            Assert.InRange(mix.Level(at, at + 0.1), -18.5, -11.5);
        }
    }

    [Fact]
    public async Task An_effect_shorter_than_its_range_sounds_once()
    {
        var bell = _rig.Wave("bell", Seconds(1), time => SoundRig.Tone(time));

        var mix = await MixAsync(4, [bell], WithSound(SoundRole.Effect, Sound("bell", 0, 4)));

        Assert.True(mix.Level(1.2, 4) < -80);
    }

    [Fact]
    public async Task Music_that_ducks_is_lower_while_somebody_speaks_and_comes_back()
    {
        var song = _rig.Wave("song", Seconds(8), time => SoundRig.Tone(time, 2000));
        var voice = _rig.Wave("voice", Seconds(3), time => SoundRig.Tone(time, 150, 0.3));
        var timeline = new VideoTimeline
        {
            SoundTracks =
            [
                new SoundTrack { Id = "m", Role = SoundRole.Music, Segments = [Sound("song", 0, 8) with { Duck = true }] },
                new SoundTrack { Id = "v", Role = SoundRole.Voiceover, Segments = [Sound("voice", 2, 3)] },
            ],
        };

        var quiet = await MixAsync(8, [song, voice], Without(timeline, "v"));
        var mix = await MixAsync(8, [song, voice], timeline);

        Assert.Equal(quiet.Level(1, 1.9), mix.Level(1, 1.9), 0.5);
        Assert.Equal(quiet.Level(7, 7.9), mix.Level(7, 7.9), 0.5);
        Assert.True(mix.Tone(2000, 3, 4) < quiet.Tone(2000, 3, 4) - 8, $"{mix.Tone(2000, 3, 4)} dB");
    }

    [Fact]
    public async Task Words_without_anybody_to_speak_them_are_left_out()
    {
        using var rig = new SoundRig(withVoice: false);
        var timeline = WithSound(SoundRole.Voiceover, new SoundSegment { Id = "w", Range = new TimeRange(default, Seconds(2)), Text = "Hello" });

        var mix = await rig.Mixer.MixAsync(timeline, Seconds(2), new Shelf(), rig.NewFolder(), CancellationToken.None);

        Assert.Null(mix);
    }

    [Fact]
    public async Task Words_are_spoken_at_their_place_and_to_their_end()
    {
        var words = new SoundSegment { Id = "w", Range = new TimeRange(Seconds(1), Seconds(0.2)), Text = "Hello everybody out there" };

        var mix = await MixAsync(4, [], WithSound(SoundRole.Voiceover, words));

        Assert.InRange(mix.FirstAbove(0.02), 1, 1.1);
        Assert.True(mix.Level(2, 2.3) > -30, $"{mix.Level(2, 2.3)} dB");
    }

    [Fact]
    public async Task Music_under_a_spoken_text_lies_well_below_it_and_does_not_pump_between_its_words()
    {
        var song = _rig.Wave("song", Seconds(9), time => SoundRig.Tone(time, 9000, 0.2));
        var words = new SoundSegment { Id = "w", Range = new TimeRange(Seconds(2), Seconds(4)), Text = "Welcome to our summer sale, everything is half price until Sunday" };
        var timeline = new VideoTimeline
        {
            SoundTracks =
            [
                new SoundTrack { Id = "m", Role = SoundRole.Music, Segments = [Sound("song", 0, 9) with { Duck = true }] },
                new SoundTrack { Id = "v", Role = SoundRole.Voiceover, Segments = [words] },
            ],
        };

        var mix = await MixAsync(9, [song], timeline);
        var under = Enumerable.Range(0, 30).Select(step => mix.Tone(9000, 2.5 + (step * 0.1), 2.6 + (step * 0.1))).ToList();

        Assert.True(under.Average() < mix.Tone(9000, 1, 1.9) - 7, $"{under.Average()} dB");
        Assert.True(under.Max() - under.Min() < 8, $"{under.Min()} to {under.Max()} dB");
        Assert.Equal(mix.Tone(9000, 1, 1.9), mix.Tone(9000, 8.3, 8.9), 1.0);
    }

    [Fact]
    public async Task Composed_music_is_as_loud_as_its_volume_says()
    {
        var sound = new SoundSegment { Id = "s", Range = new TimeRange(default, Seconds(10)), Mood = "calm", Seed = 5 };

        var full = await MixAsync(10, [], WithSound(SoundRole.Music, sound));
        var less = await MixAsync(10, [], WithSound(SoundRole.Music, sound with { Volume = 0.35 }));

        Assert.InRange(full.Loudness.Integrated, -17, -15);
        Assert.Equal(full.Loudness.Integrated - 9.12, less.Loudness.Integrated, 0.5);
    }

    private async Task<Listening> MixAsync(double seconds, MediaFile[] files, VideoTimeline timeline)
    {
        var path = await _rig.Mixer.BlendAsync(timeline, Seconds(seconds), new Shelf(files), _rig.NewFolder(), CancellationToken.None);
        return new Listening(Assert.IsType<string>(path));
    }

    private static VideoTimeline Without(VideoTimeline timeline, string track) =>
        timeline with { SoundTracks = [.. timeline.SoundTracks.Where(each => each.Id != track)] };

    private static VideoTimeline WithSound(SoundRole role, params SoundSegment[] segments) =>
        new() { SoundTracks = [new SoundTrack { Id = "sound", Role = role, Segments = segments }] };

    private static VideoTimeline WithClips(params PictureSegment[] segments) =>
        new() { PictureTracks = [new PictureTrack { Id = "main", Segments = segments }] };

    private static SoundSegment Sound(string source, double start, double length) =>
        new() { Id = $"{source}@{start}", Source = source, Range = new TimeRange(Seconds(start), Seconds(length)) };

    private static PictureSegment Clip(string source, double start, double length) => new()
    {
        Id = $"{source}@{start}",
        Source = source,
        Kind = PictureKind.Video,
        Range = new TimeRange(Seconds(start), Seconds(length)),
        Out = Seconds(length),
    };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
