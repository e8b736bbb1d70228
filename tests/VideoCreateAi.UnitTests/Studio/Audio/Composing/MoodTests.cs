using System.Numerics;
using VideoCreateAi.Studio.Audio;
using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.UnitTests.Studio.Audio.Composing;

/// <summary>What is promised of every mood, by the notes and by the sound.</summary>
public sealed class MoodTests
{
    private static readonly string[] s_moods =
        ["calm", "lo-fi", "upbeat", "cinematic", "acoustic", "piano", "electronic", "corporate", "romantic", "epic", "jazz", "ambient"];

    public static TheoryData<string> Moods => [.. s_moods];

    public static TheoryData<string> Styles => [.. MusicStyles.All.Select(style => style.Name)];

    [Fact]
    public void Every_mood_is_a_style_of_its_own()
        => Assert.Equal(s_moods, s_moods.Select(mood => MoodWords.StyleFor(mood).Name));

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_tempo_is_one_of_the_moods(string style)
    {
        var band = MoodBands.Of(MusicStyles.Named(style));

        for (var seed = 1; seed <= 12; seed++)
        {
            Assert.InRange(Compose(style, seed, 30).Tempo, band.Slowest, band.Fastest);
            Assert.InRange(Compose(style, seed, 90).Tempo, band.Slowest, band.Fastest);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void No_four_bars_come_more_than_twice(string style)
    {
        foreach (var (seed, seconds) in new[] { (1, 30.0), (2, 60), (3, 180), (4, 420), (5, 900), (6, 900) })
        {
            var score = Compose(style, seed, seconds);

            var most = score.Sections.Where(section => section.Bars == 4).GroupBy(section => Notes(score, section)).Max(same => same.Count());

            Assert.True(most <= 2, $"{most} times in {seconds} s with seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void Music_opens_thin_grows_and_ends_full(string style)
    {
        var score = Compose(style, 7, 120);

        var sections = score.Sections;
        Assert.Equal(SectionKind.Intro, sections[0].Kind);
        Assert.Contains(sections, section => section.Kind == SectionKind.B);
        Assert.Equal((SectionKind.A, 1.0), (sections[^1].Kind, sections[^1].Intensity));
        Assert.True(Players(sections[^1]) > Players(sections[0]), $"{Players(sections[0])} to {Players(sections[^1])}");

        int Players(Section section) => score.Parts.Count(part => part.Notes.Any(note => Sounds(note, section.Start, section.End)));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_last_two_seconds_settle_on_the_tonic(string style)
    {
        foreach (var seconds in new[] { 15.0, 30, 47.3, 300, 600 })
        {
            var score = Compose(style, 9, seconds);

            var last = score.Parts.Where(part => part.Kind != PartKind.Drums).SelectMany(part => part.Notes)
                .Where(note => note.Beat >= score.FinalBeat - 1e-6).ToList();
            Assert.True(score.SecondsAt(score.FinalBeat) <= seconds - 2, $"{score.SecondsAt(score.FinalBeat)} of {seconds} s");
            Assert.Equal(score.Key.Tonic % 12, last.MinBy(note => note.Pitch).Pitch % 12);
            Assert.All(score.Parts.Where(part => part.Kind == PartKind.Bass), part => Assert.Equal(score.Key.Tonic % 12, part.Notes[^1].Pitch % 12));
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void An_asked_tempo_is_kept_to_the_bit_and_its_bars_end_in_time(string style)
    {
        foreach (var seconds in new[] { 12.0, 30, 61 })
        {
            var tempo = MusicStyles.Named(style).Tempo * 1.03;

            var score = MusicComposer.Compose(new MusicRequest(style, 4, tempo, TimeSpan.FromSeconds(seconds)));

            Assert.Equal(tempo, score.Tempo);
            Assert.InRange(seconds - score.SecondsAt(score.FinalBeat), 1.2, 2.4 + (240 / tempo));
        }
    }

    [Fact]
    public void Hours_of_music_are_composed_and_never_go_round()
    {
        var score = Compose("corporate", 3, 3 * 3600);

        Assert.Equal(TimeSpan.FromHours(3), score.Duration);
        Assert.InRange(score.SecondsAt(score.FinalBeat), (3 * 3600) - 4.1, (3 * 3600) - 2);
    }

    [Theory]
    [MemberData(nameof(Moods))]
    public async Task The_brightness_is_one_of_the_moods_on_both_instruments(string mood)
    {
        foreach (var withSoundFont in new[] { true, false })
        {
            using var rig = new SoundRig(withSoundFont);

            var path = await rig.Music.MakeAsync(new MusicRequest(mood, 2, null, TimeSpan.FromSeconds(14)), rig.NewFolder(), CancellationToken.None);

            var band = MoodBands.Of(MusicStyles.Named(mood));
            Assert.InRange(Centroid([.. WaveFile.Read(path).SelectMany(piece => piece)]), band.Darkest, band.Brightest);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_seed_is_the_same_to_the_bit_and_two_are_not(bool withSoundFont)
    {
        using var rig = new SoundRig(withSoundFont);
        using var other = new SoundRig(withSoundFont);
        var request = new MusicRequest("lo-fi", 1, null, TimeSpan.FromSeconds(9));

        var first = await rig.Music.MakeAsync(request, rig.NewFolder(), CancellationToken.None);
        var same = await other.Music.MakeAsync(request, other.NewFolder(), CancellationToken.None);
        var another = await rig.Music.MakeAsync(request with { Seed = 2 }, rig.NewFolder(), CancellationToken.None);

        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(same));
        Assert.NotEqual(File.ReadAllBytes(first), File.ReadAllBytes(another));
    }

    [Fact]
    public async Task Pieces_of_the_built_in_synthesizer_join_without_a_seam()
    {
        using var rig = new SoundRig(withSoundFont: false);

        var path = await rig.Player.PlayAsync(Compose("ambient", 3, 24), rig.NewFolder(), CancellationToken.None);

        // A seam is a step of the wave that is larger than the steps around it.
        var samples = WaveFile.Read(path).SelectMany(piece => piece).Where((_, i) => i % 2 == 0).ToArray();
        var steps = samples.Zip(samples.Skip(1), (a, b) => Math.Abs(b - a)).ToArray();
        foreach (var seam in new[] { 10, 20 }.Select(second => second * SoundFormat.SampleRate))
        {
            Assert.True(steps[seam - 1] <= steps[(seam - 2000)..(seam + 2000)].Order().Skip(3900).First() * 1.5, $"{steps[seam - 1]}");
        }
    }

    // Pitches and places in sixteenths of all parts: how loud and how exactly each note is played does not make it new.
    private static string Notes(Score score, Section section) => string.Join('|', score.Parts.Select(part => string.Join(' ', part.Notes
        .Where(note => Sounds(note, section.Start - 0.1, section.End - 0.1))
        .Select(note => (Step: (int)Math.Round((note.Beat - section.Start) * 4), note.Pitch)).Order().Select(note => $"{note.Step}:{note.Pitch}"))));

    private static bool Sounds(Note note, double from, double to) => note.Beat >= from && note.Beat < to;

    private static double Centroid(float[] interleaved)
    {
        const int Size = 4096;
        double weighted = 0;
        double total = 0;
        for (var start = 0; start + Size <= interleaved.Length / 2; start += Size)
        {
            var window = new Complex[Size];
            for (var i = 0; i < Size; i++)
            {
                window[i] = interleaved[2 * (start + i)] * (0.5 - (0.5 * Math.Cos(2 * Math.PI * i / Size)));
            }

            Transform(window);
            for (var bin = 1; bin < Size / 2; bin++)
            {
                weighted += window[bin].Magnitude * bin * SoundFormat.SampleRate / Size;
                total += window[bin].Magnitude;
            }
        }

        return weighted / total;
    }

    private static void Transform(Span<Complex> values)
    {
        if (values.Length == 1)
        {
            return;
        }

        var half = values.Length / 2;
        var (even, odd) = (new Complex[half], new Complex[half]);
        for (var i = 0; i < half; i++)
        {
            (even[i], odd[i]) = (values[2 * i], values[(2 * i) + 1]);
        }

        Transform(even);
        Transform(odd);
        for (var i = 0; i < half; i++)
        {
            var turned = Complex.FromPolarCoordinates(1, -2 * Math.PI * i / values.Length) * odd[i];
            (values[i], values[i + half]) = (even[i] + turned, even[i] - turned);
        }
    }

    private static Score Compose(string style, long seed, double seconds) =>
        MusicComposer.Compose(new MusicRequest(style, seed, null, TimeSpan.FromSeconds(seconds)));
}
