using System.Text;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Which language a text is in: by its script, and among Latin letters by the small words that every sentence has.</summary>
internal static class SpokenLanguage
{
    public const string Usual = "en";

    // The first row with a sign in the text decides: kana before the Chinese signs that Japanese uses too.
    private static readonly (int From, int To, string Language)[] s_scripts =
    [
        (0x3041, 0x30FF, "ja"), (0xAC00, 0xD7AF, "ko"), (0x1100, 0x11FF, "ko"), (0x3400, 0x9FFF, "zh"), (0x20000, 0x3FFFF, "zh"),
        (0x0370, 0x03FF, "el"), (0x0590, 0x05FF, "he"), (0x0600, 0x06FF, "ar"), (0x0900, 0x097F, "hi"), (0x0980, 0x09FF, "bn"),
        (0x0A00, 0x0A7F, "pa"), (0x0A80, 0x0AFF, "gu"), (0x0B80, 0x0BFF, "ta"), (0x0C00, 0x0C7F, "te"), (0x0C80, 0x0CFF, "kn"),
        (0x0D00, 0x0D7F, "ml"), (0x0E00, 0x0E7F, "th"), (0x10A0, 0x10FF, "ka"), (0x0530, 0x058F, "hy"),
    ];

    private static readonly (string Language, string Letters, string Words)[] s_latin =
    [
        ("en", "", "the and of to is in you your for with our that this it are we on at be have from will"),
        ("de", "ßäöü", "der die das und ist nicht ein eine mit für auf sie wir zu von den im ihr unser unsere"),
        ("fr", "çœêèà", "le la les et est un une des pour avec dans vous nous notre votre du sur au que"),
        ("es", "ñ¿¡", "el la los las y es un una para con en de nuestro su que por del se tu"),
        ("it", "òì", "il lo la gli e è un una per con di che del nostro in sono della al"),
        ("pt", "ãõç", "o a os as e é um uma para com em de nosso que não do da você se"),
        ("nl", "ĳ", "de het een en is van voor met op in wij ons onze niet je zijn dat"),
        ("sv", "å", "och är en ett för med på det som vi att inte av till din"),
        ("pl", "łąęśżźćń", "i w na jest z do nie się to dla nasz od po jak"),
        ("tr", "ğışİ", "ve bir bu için ile çok da de en yeni bizim ne"),
        ("vi", "đơưăạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỷỹ", "và là của cho với một các không này"),
        ("id", "", "dan yang di untuk dengan ini itu dari kami anda ke pada adalah"),
        ("cs", "řůěščž", "a je na v se s pro to že naše do"),
        ("hu", "őű", "és a az egy van nem hogy meg"),
        ("ro", "țșă", "și este un o pentru cu în de la"),
    ];

    public static string Of(string text)
    {
        foreach (var (from, to, language) in s_scripts)
        {
            if (text.EnumerateRunes().Any(rune => rune.Value >= from && rune.Value <= to))
            {
                return language;
            }
        }

        if (text.EnumerateRunes().Any(rune => rune.Value is >= 0x0400 and <= 0x04FF))
        {
            return text.Any(letter => letter is 'і' or 'ї' or 'є' or 'ґ') ? "uk" : "ru";
        }

        var words = Words(text);
        var best = s_latin.Select(row => (row.Language, Score: Score(row.Letters, row.Words, text, words))).MaxBy(row => row.Score);
        return best.Score > 0 ? best.Language : Usual;
    }

    private static double Score(string letters, string small, string text, HashSet<string> words) =>
        small.Split(' ').Count(words.Contains) + (1.5 * text.ToLowerInvariant().EnumerateRunes().Distinct().Count(rune => letters.EnumerateRunes().Contains(rune)));

    private static HashSet<string> Words(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.ToLowerInvariant())
        {
            plain.Append(char.IsLetter(letter) ? letter : ' ');
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
