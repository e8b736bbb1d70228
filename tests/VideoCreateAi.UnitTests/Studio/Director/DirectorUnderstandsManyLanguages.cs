namespace VideoCreateAi.UnitTests.Studio.Director;

/// <summary>The same wishes in the words of thirteen languages; the sentences stand in a file beside this one.</summary>
public sealed class DirectorUnderstandsManyLanguages
{
    private const int Columns = 4;

    /// <summary>One row a language, so that a failure names the sentences and not the whole file.</summary>
    public static TheoryData<string> Languages => [.. Rows().Select(row => row[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_wish_is_understood_in_its_language(string language)
    {
        var failed = Rows().Where(row => row[0] == language).SelectMany(Missing).ToList();

        Assert.Empty(failed);
    }

    private static IEnumerable<string> Missing(string[] row)
    {
        var messages = row[2].Split(" / ");
        var conversation = new Conversation(row[1]);
        conversation.Say(messages[..^1]);
        var before = conversation.Shown;
        var after = conversation.Say(messages[^1]).Shown;
        return row[3].Split(';').Where(fact => !Holds(fact, before, after, conversation.Reply)).Select(fact => $"{row[2]}: wanted \"{fact}\", shown \"{after}\"");
    }

    private static bool Holds(string fact, string before, string after, string reply) => fact[0] switch
    {
        '-' => after == before,
        '!' => !after.Contains(fact[1..], StringComparison.Ordinal),
        '?' => reply.Contains(fact[1..], StringComparison.OrdinalIgnoreCase),
        _ => after.Contains(fact, StringComparison.Ordinal),
    };

    private static IEnumerable<string[]> Rows()
    {
        using var stream = typeof(DirectorUnderstandsManyLanguages).Assembly.GetManifestResourceStream("ManyLanguages.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(" | ", Columns).Select(cell => cell.Trim()).ToArray())];
    }
}
