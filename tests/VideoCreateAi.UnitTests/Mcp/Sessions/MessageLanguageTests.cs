using VideoCreateAi.Mcp.Sessions;

namespace VideoCreateAi.UnitTests.Mcp.Sessions;

public sealed class MessageLanguageTests
{
    [Theory]
    [InlineData("make a video", "en")]
    [InlineData("做一个视频", "zh")]
    [InlineData("動画を作って", "ja")]
    [InlineData("영상을 만들어 줘", "ko")]
    [InlineData("сделай видео", "ru")]
    [InlineData("اصنع فيديو", "ar")]
    [InlineData("वीडियो बनाओ", "hi")]
    [InlineData(null, "en")]
    [InlineData("  ", "en")]
    public void A_script_tells_the_language(string? message, string language) => Assert.Equal(language, MessageLanguage.Of(message));

    [Theory]
    [InlineData("mach es kürzer", "de")]
    [InlineData("Bitte füge einen Titel hinzu", "de")]
    [InlineData("schneller und ohne Musik", "de")]
    [InlineData("hazlo más corto", "es")]
    [InlineData("Pon música tranquila y quita la última foto", "es")]
    [InlineData("rends-la plus courte", "fr")]
    [InlineData("Ajoute un titre au début, s'il te plaît", "fr")]
    [InlineData("deixe mais curto", "pt")]
    [InlineData("Coloque uma música calma no começo", "pt")]
    [InlineData("rendilo più breve", "it")]
    [InlineData("Aggiungi un titolo e togli la musica", "it")]
    [InlineData("buat lebih pendek", "id")]
    [InlineData("Tolong tambahkan musik dan judul", "id")]
    [InlineData("làm cho ngắn hơn", "vi")]
    [InlineData("Thêm nhạc vào đầu video", "vi")]
    [InlineData("daha kısa yap", "tr")]
    [InlineData("Lütfen başlık ekle ve müziği sil", "tr")]
    [InlineData("maak het korter", "nl")]
    [InlineData("Voeg een titel toe aan het begin", "nl")]
    [InlineData("zrób to krótsze", "pl")]
    [InlineData("Dodaj tytuł na początku", "pl")]
    [InlineData("shorter please", "en")]
    [InlineData("A 20 second slideshow of our café in Malmö", "en")]
    [InlineData("export", "en")]
    [InlineData("1080p 9:16", "en")]
    public void Small_words_tell_languages_in_Latin_letters_apart(string message, string language)
        => Assert.Equal(language, MessageLanguage.Of(message));

    [Theory]
    [InlineData("add the title \"夏の海\" at the start", "en")]
    [InlineData("mach ein Video aus /photos/the best of me/и море.jpg", "de")]
    [InlineData("use С-музыкой.mp3 as the music", "en")]
    [InlineData("《The End of the Line》做片尾标题", "zh")]
    public void Quoted_words_and_file_names_do_not_count(string message, string language)
        => Assert.Equal(language, MessageLanguage.Of(message));
}
