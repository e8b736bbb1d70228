using VideoCreateAi.Studio.Audio.Voice;

namespace VideoCreateAi.UnitTests.Studio.Audio.Voice;

public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Welcome to our shop", "en")]
    [InlineData("Sale!", "en")]
    [InlineData("Willkommen in unserem Laden, schön dass ihr da seid", "de")]
    [InlineData("Bienvenue dans notre boutique", "fr")]
    [InlineData("Bienvenidos a nuestra tienda, la mejor de la ciudad", "es")]
    [InlineData("Benvenuti nel nostro negozio e buon divertimento con gli amici", "it")]
    [InlineData("Bem-vindo à nossa loja, não perca a promoção", "pt")]
    [InlineData("欢迎光临", "zh")]
    [InlineData("夏のセールへようこそ", "ja")]
    [InlineData("여름 세일", "ko")]
    [InlineData("Добро пожаловать", "ru")]
    [InlineData("مرحبا بكم", "ar")]
    [InlineData("ברוכים הבאים", "he")]
    [InlineData("स्वागत है", "hi")]
    public void The_language_is_read_from_the_text(string text, string language) => Assert.Equal(language, SpokenLanguage.Of(text));

    [Theory]
    [InlineData("Half price - until Sunday!", "Half|price -|until|Sunday!")]
    [InlineData("全场五折，快来！", "全|场|五|折，|快|来！")]
    [InlineData("买iPhone送手机壳", "买|iPhone|送|手|机|壳")]
    [InlineData("", "")]
    public void A_text_is_cut_into_the_words_that_are_spoken(string text, string words) =>
        Assert.Equal(words, string.Join('|', SpokenWords.Of(text)));

    [Fact]
    public void Words_are_told_apart_by_how_loud_every_other_one_is()
    {
        (double Start, double End)[] said = [(0, 0.3), (0.3, 0.55), (0.55, 0.7), (1.0, 1.4), (1.4, 1.45)];

        var found = WordMarks.Find(Spoken(_ => 1), Spoken(word => word % 2 == 1 ? 0.3 : 1), said.Length);

        Assert.All(said.Zip(found!), pair => Assert.True(
            Math.Abs(pair.First.Start - pair.Second.Start) < 0.006 && Math.Abs(pair.First.End - pair.Second.End) < 0.006, $"{pair}"));

        MonoWave Spoken(Func<int, double> loudness) => new(22050, [.. Enumerable.Range(0, 22050 * 2).Select(i =>
        {
            var word = Array.FindIndex(said, place => i / 22050.0 >= place.Start && i / 22050.0 < place.End);
            return word < 0 ? (short)0 : (short)(9000 * loudness(word) * Math.Sin(i * 0.07));
        })]);
    }

    [Fact]
    public void Without_marks_words_lie_between_the_pauses_by_their_length()
    {
        // A second of talk, half a second of nothing, a second of talk.
        var spoken = new MonoWave(22050, [.. Enumerable.Range(0, 55125).Select(i => i is >= 22050 and < 33075 ? (short)0 : (short)(9000 * Math.Sin(i * 0.07)))]);

        var times = WordPacing.Guess(spoken, ["aaaa", "aaaa", "aaaa", "aaaa"]);

        Assert.Equal([0, 0.5, 1.5, 2.0], times.Select(time => Math.Round(time.Start, 1)));
        Assert.Equal([0.5, 1, 2, 2.5], times.Select(time => Math.Round(time.End, 1)));
    }
}
