using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.UnitTests.Studio.Audio;

public sealed class MusicLibraryTests
{
    private static readonly MusicRequest s_short = new("upbeat", 3, null, TimeSpan.FromSeconds(8));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finished_music_has_the_one_loudness_and_its_exact_length(bool withSoundFont)
    {
        using var rig = new SoundRig(withSoundFont);

        var music = new Listening(await rig.Music.MakeAsync(s_short, rig.NewFolder(), CancellationToken.None));

        Assert.InRange(music.Loudness.Integrated, -17, -15);
        Assert.True(music.Loudness.TruePeak <= -1, $"{music.Loudness.TruePeak} dBTP");
        Assert.Equal(8 * 48000, music.Length);
        Assert.True(music.Level(7.95, 8) < -45, $"{music.Level(7.95, 8)} dB");
    }

    [Fact]
    public async Task The_same_order_is_answered_from_the_cache()
    {
        using var rig = new SoundRig();
        var first = await rig.Music.MakeAsync(s_short, rig.NewFolder(), CancellationToken.None);
        var folder = rig.NewFolder();

        var second = await rig.Music.MakeAsync(s_short, folder, CancellationToken.None);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));
        Assert.Equal([second], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task The_oldest_music_is_dropped_when_the_cache_is_full()
    {
        using var rig = new SoundRig(cacheBytes: 2_000_000);
        await rig.Music.MakeAsync(s_short, rig.NewFolder(), CancellationToken.None);

        await rig.Music.MakeAsync(s_short with { Seed = 4 }, rig.NewFolder(), CancellationToken.None);

        Assert.Single(Directory.GetFiles(rig.CacheFolder));
    }
}
