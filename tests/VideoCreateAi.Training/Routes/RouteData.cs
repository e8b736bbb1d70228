using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Routing;
using VideoCreateAi.Mcp.Routing.Model;

namespace VideoCreateAi.Training.Routes;

/// <summary>The messages of a folder, a file for every language: "@labels TAB family", and under it a message a line.</summary>
internal static class RouteData
{
    private static readonly MessageReading s_reading = new();

    public static IReadOnlyList<RouteExample> Read(string folder) => [.. Files(folder).SelectMany(ReadFile)];

    /// <summary>Of all the messages.</summary>
    public static string DigestOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Files(folder).SelectMany(File.ReadLines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <param name="labels">In order of execution, with commas.</param>
    /// <param name="family">Of messages of one kind.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="text">The message.</param>
    public static RouteExample ExampleOf(string labels, string family, string language, string text)
    {
        s_reading.Read(Lexicon.Shared, text, null);
        var bits = 0u;
        foreach (var label in labels.Split(','))
        {
            bits |= 1u << (int)Enum.Parse<Intent>(label, ignoreCase: true);
        }

        var rules = s_reading.Steps.Count == 0 ? "generate" : string.Join(',', s_reading.Steps.Select(static step => RouteModel.Labels[(int)step]));
        return new RouteExample(new Example(RouteModel.FeaturesOf(s_reading), bits, family, language, text, labels), rules);
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal);

    private static IEnumerable<RouteExample> ReadFile(string file)
    {
        string[] head = [];
        foreach (var line in File.ReadLines(file).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] == '@')
            {
                head = line[1..].Split('\t');
                continue;
            }

            yield return ExampleOf(head[0], head[1], Path.GetFileNameWithoutExtension(file), line);
        }
    }
}
