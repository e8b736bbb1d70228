namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>What a scene without a picture is painted with.</summary>
/// <param name="Words">That call for it, in lower case: whole words; those of scripts without spaces anywhere.</param>
/// <param name="Sky">From above downwards, 0xRRGGBB.</param>
/// <param name="Near">What is nearest and darkest; for lights and fields a colour among others.</param>
/// <param name="Light">Of the sun, the stars or the lamps.</param>
internal sealed record SceneTheme(string[] Words, uint[] Sky, uint Near, uint Light, SceneMotif Motif)
{
    private static readonly SceneTheme[] s_themes =
    [
        new(
            ["sunset", "sunrise", "dawn", "dusk", "golden", "desert", "evening", "safari", "sonnenuntergang", "atardecer", "tramonto", "закат", "日落", "日出", "夕阳", "夕陽", "夕日"],
            [0x2A1B4D, 0x8A2F6B, 0xE8625A, 0xFFB35C], 0x2B1236, 0xFFE6B0, SceneMotif.SunAndHills),
        new(
            ["night", "space", "star", "moon", "galaxy", "dream", "sleep", "dark", "nacht", "noche", "nuit", "ночь", "星空", "夜"],
            [0x060818, 0x121A44, 0x2C2F75, 0x5A4694], 0x05060F, 0xFFFFFF, SceneMotif.Stars),
        new(
            ["city", "urban", "neon", "cyber", "tech", "technology", "future", "club", "street", "ai", "app", "startup", "城市", "都市", "科技"],
            [0x0B0B2B, 0x2A1160, 0x7A1C8C, 0xD6336C], 0x15D1E6, 0xFF5FA2, SceneMotif.Lights),
        new(
            ["sea", "ocean", "beach", "water", "lake", "wave", "island", "summer", "blue", "meer", "mar", "mer", "море", "大海", "海"],
            [0x8FD3E8, 0xBFE6EA, 0xFFE9C9], 0x0B4A6F, 0xFFF3D6, SceneMotif.Waves),
        new(
            ["forest", "nature", "garden", "mountain", "hill", "green", "spring", "tree", "hike", "travel", "trip", "journey", "wald", "bosque", "forêt", "лес", "森林", "山", "旅行"],
            [0xF3E3C3, 0xBFD8C2, 0x8FBFA8], 0x12352B, 0xFFF6DC, SceneMotif.SunAndHills),
        new(
            ["snow", "winter", "ice", "christmas", "ski", "weihnachten", "navidad", "зима", "雪", "冬天"],
            [0x7FA3C7, 0xB9CFE4, 0xEAF1F8], 0x3E5F86, 0xFFFFFF, SceneMotif.SunAndHills),
        new(
            ["clean", "minimal", "white", "light", "product", "launch", "skincare", "medical", "产品", "極簡"],
            [0xF7F4EF, 0xEDE6DE, 0xDCE3EA], 0xD9CFC6, 0xFFFFFF, SceneMotif.Fields),
        new(
            ["love", "wedding", "rose", "pink", "flower", "beauty", "valentine", "mother", "baby", "hochzeit", "boda", "mariage", "свадьба", "婚礼", "爱情"],
            [0x7A2E52, 0xC75B7E, 0xF4A79D, 0xFAD9C8], 0xFFD7E0, 0xFFF1EC, SceneMotif.Lights),
        new(
            ["coffee", "cafe", "food", "bakery", "restaurant", "chocolate", "kitchen", "recipe", "wine", "autumn", "fall", "kaffee", "кофе", "咖啡", "美食"],
            [0x2A1710, 0x5A2F1B, 0xA65E2E, 0xE0A45A], 0xFFCF8A, 0xFFE2B8, SceneMotif.Lights),
        new(
            ["party", "birthday", "sale", "celebration", "kids", "festival", "fun", "offer", "discount", "geburtstag", "cumpleaños", "生日", "优惠"],
            [0x4B1FA8, 0x9B2FC0, 0xFF5C8A, 0xFFB14A], 0xFFE45C, 0xFFFFFF, SceneMotif.Lights),
        new(
            ["business", "company", "finance", "corporate", "office", "money", "report", "team", "news"],
            [0x0C1E3C, 0x17407A, 0x2F7FB5], 0x6FC3DF, 0xBFE6F5, SceneMotif.Fields),
        new(
            ["sport", "fitness", "gym", "run", "running", "energy", "fire", "power", "workout", "race", "运动", "健身"],
            [0x190A12, 0x6B0F1A, 0xD7263D, 0xFF7A2F], 0xFFC145, 0xFFE2B0, SceneMotif.Fields),
    ];

    // For words that call for nothing: which of them is decided by the words themselves.
    private static readonly SceneTheme[] s_otherwise =
    [
        new([], [0x1B1F4B, 0x4B3F9E, 0xA65FB8], 0xF28DA8, 0xFFE0E8, SceneMotif.Fields),
        new([], [0x06343B, 0x0F6E6E, 0x6FBF9B], 0xF2D694, 0xFFF4D6, SceneMotif.Fields),
        new([], [0x2C1A3F, 0x8C3A62, 0xF08A5D], 0xF9D976, 0xFFF0C9, SceneMotif.Fields),
        new([], [0x0D1B4C, 0x2456A6, 0x58B4D1], 0xC8A2E8, 0xF1E6FF, SceneMotif.Fields),
    ];

    /// <param name="seed">Of the words: chooses where they call for nothing.</param>
    public static SceneTheme Of(string? prompt, uint seed)
    {
        var text = (prompt ?? "").ToLowerInvariant();
        HashSet<string> words = [.. text.Split(text.Where(letter => !char.IsLetter(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)];

        // The word that is said first is what the scene is about.
        return s_themes
            .Select(theme => (Theme: theme, At: theme.Words.Select(word => PlaceOf(word, text, words)).Min()))
            .Where(found => found.At < int.MaxValue)
            .OrderBy(found => found.At)
            .Select(found => found.Theme)
            .FirstOrDefault(s_otherwise[seed % s_otherwise.Length]);
    }

    private static int PlaceOf(string word, string text, HashSet<string> words)
    {
        var isThere = word[0] < '\u2E80' ? words.Contains(word) || words.Contains(word + "s") || words.Contains(word + "es") : text.Contains(word, StringComparison.Ordinal);
        return isThere ? text.IndexOf(word, StringComparison.Ordinal) : int.MaxValue;
    }
}
