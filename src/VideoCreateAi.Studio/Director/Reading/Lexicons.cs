using System.Collections.Concurrent;
using System.Resources;

namespace VideoCreateAi.Studio.Director.Reading;

/// <summary>All languages, each read from its embedded file when it is first needed.</summary>
internal static class Lexicons
{
    private const string Folder = "Director.Lexicons.";
    private const string Ending = ".txt";
    private const string EnglishFile = "en";

    private static readonly ConcurrentDictionary<string, Lexicon> s_read = new(StringComparer.Ordinal);

    // Small words of English mean other things in other languages: "once", "sin", "die", "come".
    private static readonly Lazy<Lexicon> s_englishBeside = new(() => new Lexicon("en", EnglishWords.Beside, new Dictionary<string, IReadOnlyList<string>>()));

    // The table in code, and what else its kinds of things are called.
    private static readonly Lazy<Lexicon> s_english = new(() => new Lexicon("en", [.. EnglishWords.All, .. LexiconFile.Read(EnglishFile, Text(EnglishFile), []).Phrases], new Dictionary<string, IReadOnlyList<string>>()));

    /// <summary>"yellow" for #FFD60A; a colour without a name as it is.</summary>
    public static string ColourName(string color) =>
        s_english.Value.Phrases.FirstOrDefault(phrase => phrase.Sense == Sense.TextColour && phrase.Value.Equals(color, StringComparison.OrdinalIgnoreCase))?.Words.Split('|')[0] ?? color;

    public static Lexicon English => s_english.Value;

    /// <summary>English as it stands inside of other languages of the same script.</summary>
    public static Lexicon EnglishBeside => s_englishBeside.Value;

    /// <summary>The codes of all languages beside English.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. typeof(Lexicons).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
        .Select(name => name[Folder.Length..^Ending.Length]).Where(code => code != EnglishFile).Order(StringComparer.Ordinal)];

    public static Lexicon Of(string code) => code == "en" ? English : s_read.GetOrAdd(code, static code => LexiconFile.Read(code, Text(code), []));

    public static IEnumerable<Lexicon> All => Codes.Select(Of);

    public static string Text(string code)
    {
        using var stream = typeof(Lexicons).Assembly.GetManifestResourceStream(Folder + code + Ending)
            ?? throw new MissingManifestResourceException($"There is no lexicon \"{code}\".");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
