using VideoCreateAi.Studio.Audio.Composing;

namespace VideoCreateAi.UnitTests.Studio.Audio.Composing;

public sealed class MusicComposerTests
{
    public static TheoryData<string> Styles => [.. MusicStyles.All.Select(style => style.Name)];

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_same_seed_gives_the_same_bytes(string mood)
        => Assert.Equal(MidiFile.Write(Compose(mood, 7)), MidiFile.Write(Compose(mood, 7)));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Another_seed_gives_other_music(string mood)
        => Assert.NotEqual(MidiFile.Write(Compose(mood, 7)), MidiFile.Write(Compose(mood, 8)));

    [Theory]
    [MemberData(nameof(Styles))]
    public void Every_style_ends_by_the_asked_duration_with_time_to_ring(string mood)
    {
        foreach (var seconds in new[] { 1.0, 5, 15, 30, 60, 180 })
        {
            var score = Compose(mood, 3, seconds);

            var last = score.Parts.SelectMany(part => part.Notes).Max(note => score.SecondsAt(note.End));
            var ring = seconds - score.SecondsAt(score.FinalBeat);
            Assert.InRange(last, 0, seconds + 0.001);
            Assert.InRange(ring, 0.9, 4.1);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void The_tempo_stays_near_the_styles_own(string mood)
    {
        var own = MusicStyles.Named(mood).Tempo;

        foreach (var seconds in new[] { 15.0, 30, 60, 180 })
        {
            Assert.InRange(Compose(mood, 11, seconds).Tempo, own * 0.9, own * 1.1);
        }
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void All_notes_are_in_key_or_in_the_chord(string mood)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var score = Compose(mood, seed, 60);

            // The one note from outside: the leading tone of the dominant in minor.
            var leading = (score.Key.Tonic + 11) % 12;
            var strangers = score.Parts.Where(part => part.Kind != PartKind.Drums).SelectMany(part => part.Notes)
                .Where(note => !score.Key.Contains(note.Pitch) && !(score.Key.IsMinor && note.Pitch % 12 == leading));
            Assert.Empty(strangers);
        }
    }

    [Fact]
    public void An_asked_tempo_is_kept_within_a_few_percent()
        => Assert.InRange(MusicComposer.Compose(new MusicRequest("calm", 1, 100, TimeSpan.FromSeconds(30))).Tempo, 96, 104);

    [Theory]
    [InlineData(null, "promo")]
    [InlineData("", "promo")]
    [InlineData("something in plaid", "promo")]
    [InlineData("calm", "calm")]
    [InlineData("Relaxing ambient", "ambient")]
    [InlineData("happy and energetic", "upbeat")]
    [InlineData("lofi", "lo-fi")]
    [InlineData("chill lo-fi beats", "lo-fi")]
    [InlineData("EPIC trailer", "epic")]
    [InlineData("epic", "epic")]
    [InlineData("cinematic", "cinematic")]
    [InlineData("acoustic", "acoustic")]
    [InlineData("piano", "piano")]
    [InlineData("electronic", "electronic")]
    [InlineData("romantic", "romantic")]
    [InlineData("jazz", "jazz")]
    [InlineData("ambient", "ambient")]
    [InlineData("sad piano", "sad")]
    [InlineData("inspiring corporate", "corporate")]
    [InlineData("dark and tense", "dramatic")]
    [InlineData("soft piano", "piano")]
    [InlineData("energetic", "electronic")]
    [InlineData("not too dramatic, calm", "calm")]
    public void Words_find_their_style(string? mood, string style)
        => Assert.Equal(style, MoodWords.StyleFor(mood).Name);

    [Fact]
    public void The_main_phrase_comes_back()
    {
        var score = Compose("promo", 4, 60);
        var melody = score.Parts.Single(part => part.Kind == PartKind.Melody).Notes;
        var phrases = score.Sections.Where(section => section.Kind == SectionKind.A).ToList();

        var first = OpeningOf(phrases[^1]);
        var again = OpeningOf(phrases[^2]);

        Assert.NotEmpty(first);
        Assert.Equal(first, again);

        List<int> OpeningOf(Section section) =>
            [.. melody.Where(note => note.Beat >= section.Start - 0.2 && note.Beat < section.Start + 3).Select(note => note.Pitch % 12)];
    }

    private static Score Compose(string mood, long seed, double seconds = 30) =>
        MusicComposer.Compose(new MusicRequest(mood, seed, null, TimeSpan.FromSeconds(seconds)));
}
