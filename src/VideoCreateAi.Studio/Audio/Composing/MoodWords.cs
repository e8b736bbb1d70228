using System.Text;

namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>From the words of a person to a style.</summary>
internal static class MoodWords
{
    /// <summary>First match wins: what names a kind of music stands before what names a feeling. A star matches any ending.</summary>
    private static readonly (string Words, MusicStyle Style)[] s_rows =
    [
        ("lo fi|lofi|chillhop|chill hop|study beat*|chill beat*|boom bap|vinyl|hip hop|hiphop|trap|r b|rnb|downtempo", MusicStyles.LoFi),
        ("jazz*|swing|bossa*|lounge|café|cafe|coffee*|blues*|noir|big band", MusicStyles.Jazz),
        ("christmas|xmas|holiday*|festive|jingle|santa|winter|new year*", MusicStyles.Holiday),
        ("rock*|punk|metal|grunge|guitar riff*|hard hitting", MusicStyles.Rock),
        ("edm|electro*|techno|house|trance|dance*|club*|synth*|retrowave|futuristic|cyber*|gaming|game|workout|gym|fitness|tech*|digital|drum and bass|dubstep", MusicStyles.Electronic),
        ("sad piano|emotional piano|melancholic piano|melancholy piano", MusicStyles.Sad),
        ("romantic piano|love piano|wedding piano", MusicStyles.Romantic),
        ("piano*|pianist*|ivories|keys", MusicStyles.Piano),
        ("lullaby|wedding*|romant*|love*|tender*|intimate|valentine*|anniversary|bridal|sentimental|heartfelt|touching", MusicStyles.Romantic),
        ("epic*|heroic|trailer*|blockbuster|majestic|powerful|triumph*|glor*|viking|legendary|battle*|warrior*", MusicStyles.Epic),
        ("cinematic*|orchestr*|grand*|adventur*|symphon*|fantasy|film score|movie score", MusicStyles.Cinematic),
        ("drama*|tense|tension|suspens*|dark*|horror|thriller|scary|spooky|halloween|ominous|mysterious|mystery|eerie|serious|urgent|crime", MusicStyles.Dramatic),
        ("acoustic*|folk*|country|travel*|vlog*|road trip|campfire|indie|nature|outdoor*|summer*|rustic|farm*", MusicStyles.Acoustic),
        ("ambient*|meditat*|spa|yoga|zen|sleep*|drone|new age|wellness|mindful*|soundscape*|atmospher*|ethereal|floating|space", MusicStyles.Ambient),
        ("sad*|melanchol*|sorrow*|grief|lonely|nostalg*|wistful|bittersweet|mourn*|emotional|memorial|tearful|moody", MusicStyles.Sad),
        ("playful*|funny|fun|comedy|comic*|quirky|silly|kids|children*|cartoon*|cute|whimsical|pets|puppy|kitten|baby|toy*", MusicStyles.Playful),
        ("corporate|business*|inspir*|motivat*|presentation*|startup|company|professional*|success*|achiev*|innovat*|explainer|tutorial|hopeful|optimis*|uplift*|commercial|ambiti*|confident", MusicStyles.Corporate),
        ("upbeat|happy|happi*|pop|joy*|cheer*|sunny|bright*|party|birthday|celebrat*|feel good|feelgood|lively|ukulele|whistl*|positive|bouncy|catchy|merry|groov*|funky|funk|disco", MusicStyles.Upbeat),
        ("energ*|intense|fast|hype|pumping|driving|action|sport*|extreme|racing|adrenaline|exciting|high octane|banging|dynamic", MusicStyles.Electronic),
        ("calm*|relax*|peace*|soft*|gentle|gently|quiet*|sooth*|serene|tranquil*|slow*|mellow|chill*|dream*|minimal*|light|subtle|ocean|elegant|luxur*|warm", MusicStyles.Calm),
        ("promo*|advert*|ad|product*|pleasant|neutral|background|nice|modern|fresh|clean|lifestyle|fashion|urban|city", MusicStyles.Promo),
    ];

    private static readonly string[] s_negations = ["not", "no", "without", "less", "never", "isn't", "don't"];

    private static readonly string[] s_between = ["too", "so", "very", "any", "overly", "be", "a", "make", "it"];

    public static MusicStyle StyleFor(string? mood)
    {
        var words = Wanted(mood ?? "");
        foreach (var (row, style) in s_rows)
        {
            if (Array.Exists(row.Split('|'), entry => Occurs(words, entry)))
            {
                return style;
            }
        }

        return MusicStyles.Promo;
    }

    private static bool Occurs(string words, string entry) =>
        entry.EndsWith('*')
            ? words.Contains($" {entry[..^1]}", StringComparison.Ordinal)
            : words.Contains($" {entry} ", StringComparison.Ordinal);

    // " calm but not too sad " asks for calm alone.
    private static string Wanted(string mood)
    {
        var plain = new StringBuilder();
        foreach (var letter in mood.ToLowerInvariant())
        {
            plain.Append(char.IsLetterOrDigit(letter) || letter == '\'' ? letter : ' ');
        }

        var kept = new StringBuilder(" ");
        var skips = false;
        foreach (var word in plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Array.IndexOf(s_negations, word) >= 0)
            {
                skips = true;
            }
            else if (skips && Array.IndexOf(s_between, word) < 0)
            {
                skips = false;
            }
            else if (!skips)
            {
                kept.Append(word).Append(' ');
            }
        }

        return kept.ToString();
    }
}
