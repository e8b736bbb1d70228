using VideoCreateAi.Studio.Audio.Voice;

namespace VideoCreateAi.UnitTests.Studio.Audio.Voice;

public sealed class VoiceLibraryTests : IDisposable
{
    private readonly SoundRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("Welcome to our summer sale. Everything is half price until Sunday!", 11)]
    [InlineData("Willkommen zu unserem Sommerfest am 21. Juli, es kostet nur 15 Euro.", 12)]
    [InlineData("欢迎来到我们的夏季促销活动，全场商品五折优惠。", 21)]
    [InlineData("Привет, мир! Скидки до воскресенья.", 5)]
    [InlineData("नमस्ते दुनिया, आपका स्वागत है", 5)]
    public async Task A_text_is_spoken_word_by_word_as_loud_as_every_other(string text, int words)
    {
        var speech = await SpeakAsync(text);

        var voice = new Listening(speech.Path);
        Assert.Equal(words, speech.Words.Count);
        Assert.All(speech.Words.Zip(speech.Words.Skip(1)), pair => Assert.True(pair.First.Start < pair.First.End && pair.First.End <= pair.Second.Start));
        Assert.InRange(speech.Words[0].Start.TotalSeconds, 0, 0.1);
        Assert.Equal(speech.Duration.TotalSeconds, voice.Length / 48000.0, 0.002);
        Assert.InRange(voice.Loudness.Integrated, VoiceLibrary.Target - 1, VoiceLibrary.Target + 1);
        Assert.True(voice.Loudness.TruePeak <= -1, $"{voice.Loudness.TruePeak} dBTP");
    }

    [Fact]
    public async Task Every_sentence_is_loud_in_its_words_and_still_between_them()
    {
        var speech = await SpeakAsync("Mountains. Rivers. Forests. Deserts. Islands.");

        var voice = new Listening(speech.Path);
        Assert.Equal(5, speech.Words.Count);
        foreach (var (word, next) in speech.Words.Zip(speech.Words.Skip(1)))
        {
            var said = voice.Level(word.Start.TotalSeconds, word.End.TotalSeconds);
            var middle = (word.End + next.Start).TotalSeconds / 2;
            Assert.True(next.Start - word.End > TimeSpan.FromSeconds(0.15), $"{word.Text} runs into {next.Text}");
            Assert.True(said > voice.Level(middle - 0.05, middle + 0.05) + 20, word.Text);
        }
    }

    [Fact]
    public async Task The_same_words_are_taken_from_the_cache()
    {
        var first = await SpeakAsync("We open at nine.");
        var folder = _rig.NewFolder();

        var again = await _rig.Voices.SpeakAsync("We open at nine.", null, folder, CancellationToken.None);

        Assert.Equal(File.ReadAllBytes(first.Path), File.ReadAllBytes(again!.Path));
        Assert.Equal(first.Words, again.Words);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Theory]
    [InlineData("\u0001200A loud \u0001900S fast", "loud fast")]
    [InlineData("[[ h@l'oU ]] <break time=\"9s\"/> there", "h@l'oU there")]
    [InlineData("Party 🎉 tonight", "Party tonight")]
    public void What_a_speaker_would_take_for_a_command_is_not_said(string text, string left)
    {
        var said = string.Join(' ', SpokenWords.Of(text).Select(SpokenWords.Plain));

        foreach (var word in left.Split(' '))
        {
            Assert.Contains(word, said, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(said, sign => char.IsControl(sign) || sign is '[' or ']' or '<' or '>' || char.IsSurrogate(sign));
    }

    [Fact]
    public async Task Without_a_voice_nothing_is_spoken()
    {
        using var rig = new SoundRig(withVoice: false);

        Assert.False(VoiceLibrary.CanSpeak(rig.Tools));
        Assert.Null(await rig.Voices.SpeakAsync("Hello", null, rig.NewFolder(), CancellationToken.None));
    }

    private async Task<Speech> SpeakAsync(string text) =>
        Assert.IsType<Speech>(await _rig.Voices.SpeakAsync(text, null, _rig.NewFolder(), CancellationToken.None));
}
