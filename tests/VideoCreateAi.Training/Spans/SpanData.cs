using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Studio.Director;
using VideoCreateAi.Studio.Director.Reading;
using VideoCreateAi.Studio.Director.Spans;

namespace VideoCreateAi.Training.Spans;

/// <summary>The messages of Data/Spans: the files of the project, a bar, and the message with [[what is shown or spoken]] and {{remarks}} in brackets.</summary>
internal static class SpanData
{
    private const string Bar = " | ";

    public static IReadOnlyList<SpanExample> Read(string folder) =>
        [.. Files(folder).SelectMany(file => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => ExampleOf(Path.GetFileName(file), line)))];

    public static string DigestOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in Files(folder).SelectMany(File.ReadLines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal);

    private static SpanExample ExampleOf(string source, string line)
    {
        var bar = line.IndexOf(Bar, StringComparison.Ordinal);
        if (bar < 0)
        {
            throw new InvalidDataException($"{source}: no files: {line}");
        }

        var assets = line[..bar].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(AssetOf).ToList();
        var (text, labels) = WithoutQuotes(Unmarked(line[(bar + Bar.Length)..], source));
        var language = Languages.Of(MediaNames.Without(text, assets), last: null);
        var tokens = SpanTokens.Of(text, language, assets);
        return new SpanExample(source, text, language, assets, tokens, [.. tokens.Select(token => labels[token.At])]);
    }

    private static Asset AssetOf(string file, int index)
    {
        var colon = file.LastIndexOf(':');
        var name = colon < 0 ? file : file[..colon];
        var kind = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".mp4" or ".mov" or ".webm" or ".mkv" or ".m4v" or ".avi" or ".mts" => AssetKind.Video,
            ".mp3" or ".wav" or ".m4a" or ".aac" or ".ogg" or ".flac" or ".opus" => AssetKind.Audio,
            _ => AssetKind.Image,
        };
        return new Asset(index.ToString(CultureInfo.InvariantCulture), name, kind, 0, 0, TimeSpan.Zero, kind != AssetKind.Image);
    }

    /// <summary>The message without the brackets, and a label for each of its signs.</summary>
    private static (string Text, List<SpanLabel> Labels) Unmarked(string marked, string source)
    {
        var text = new StringBuilder();
        var labels = new List<SpanLabel>();
        var label = SpanLabel.Wish;
        for (var at = 0; at < marked.Length; at++)
        {
            var two = at + 1 < marked.Length ? marked.AsSpan(at, 2) : default;
            SpanLabel? next = two switch { "[[" => SpanLabel.ContentBegin, "{{" => SpanLabel.Remark, "]]" or "}}" => SpanLabel.Wish, _ => null };
            if (next is { } begun)
            {
                if ((begun == SpanLabel.Wish) == (label == SpanLabel.Wish))
                {
                    throw new InvalidDataException($"{source}: brackets: {marked}");
                }

                label = begun;
                at++;
                continue;
            }

            text.Append(marked[at]);
            labels.Add(label);
            label = label == SpanLabel.ContentBegin && !char.IsWhiteSpace(marked[at]) ? SpanLabel.ContentInside : label;
        }

        // A word begins where its first sign does.
        for (var at = labels.Count - 1; at > 0; at--)
        {
            labels[at] = labels[at] == SpanLabel.ContentInside && labels[at - 1] == SpanLabel.ContentBegin && char.IsWhiteSpace(text[at - 1]) ? SpanLabel.ContentBegin : labels[at];
        }

        return (text.ToString(), labels);
    }

    /// <summary>What stands in quotation marks has become one sign by the time the model reads.</summary>
    private static (string Text, List<SpanLabel> Labels) WithoutQuotes((string Text, List<SpanLabel> Labels) message)
    {
        var text = new StringBuilder();
        var labels = new List<SpanLabel>();
        var from = 0;
        foreach (System.Text.RegularExpressions.Match quote in MessagePatterns.Quoted().Matches(message.Text))
        {
            text.Append(message.Text, from, quote.Index - from).Append(' ').Append(Tokenizer.FirstContent).Append(' ');
            labels.AddRange(message.Labels.Skip(from).Take(quote.Index - from));
            labels.AddRange(Enumerable.Repeat(SpanLabel.Wish, 3));
            from = quote.Index + quote.Length;
        }

        text.Append(message.Text, from, message.Text.Length - from);
        labels.AddRange(message.Labels.Skip(from));
        return (text.ToString(), labels);
    }
}
