using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Translation;
using VideoCreateAi.Mcp.Translation.Model;

namespace VideoCreateAi.Training;

/// <summary>The sentences of the Data folder: labels separated by commas, language, sentence, with a tab between.</summary>
internal static class TrainingData
{
    /// <summary>Every sentence as it is written or made.</summary>
    public static IReadOnlyList<Example> Read(string folder) => [.. Files(folder).SelectMany(static file => Lines(file).Select(line => ExampleOf(Path.GetFileName(file), line)))];

    /// <summary>Pairs of sentences, joined to one.</summary>
    public static IEnumerable<Example> Pairs(IEnumerable<Example> examples)
        => Joined.Lines([.. examples.Select(static example => new[] { example.Names, example.Language, example.Text })]).Select(static line => ExampleOf("joined", line));

    /// <summary>Of all the sentences and patterns.</summary>
    public static string DigestOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Files(folder).SelectMany(File.ReadLines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Lines(string file)
    {
        var lines = File.ReadAllLines(file);
        return (file.EndsWith(".grammar", StringComparison.Ordinal) ? Grammar.Lines(lines) : lines).Where(static line => line.Length > 0 && line[0] != '#');
    }

    private static IEnumerable<string> Files(string folder)
        => Directory.EnumerateFiles(folder).Where(static file => file.EndsWith(".tsv", StringComparison.Ordinal) || file.EndsWith(".grammar", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static Example ExampleOf(string source, string line)
    {
        var fields = line.Split('\t');
        if (fields.Length != 3)
        {
            throw new InvalidDataException($"{source}: not three fields: {line}");
        }

        var labels = 0u;
        foreach (var name in fields[0].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            labels |= name == "content" ? 0 : 1u | (1u << GuiModel.LabelOf(name));
        }

        return new Example(GuiModel.FeaturesOf(GuiSentence.Rules(fields[2])), labels, source, fields[1], fields[2], fields[0]);
    }
}
