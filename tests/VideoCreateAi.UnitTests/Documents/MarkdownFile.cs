using System.Text.RegularExpressions;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Documents;

/// <summary>A document of the repository: its links, and the anchors that links may name.</summary>
/// <param name="Path">From the root, forward slashes.</param>
internal sealed partial record MarkdownFile(string Path, string Text)
{
    // What tools make or bring along.
    private static readonly string[] s_foreign = ["artifacts", "bin", "obj", "node_modules", ".git", "TestResults"];

    public static IReadOnlyList<MarkdownFile> All { get; } =
    [
        .. Find(new DirectoryInfo(SourceTree.Root))
            .Select(path => System.IO.Path.GetRelativePath(SourceTree.Root, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static MarkdownFile Read(string path) => new(path, File.ReadAllText(System.IO.Path.Combine(SourceTree.Root, path)));

    public string FullPath => System.IO.Path.Combine(SourceTree.Root, Path);

    /// <summary>Targets of links and pictures, without those that stand in code.</summary>
    public IEnumerable<string> Links => LinkPattern().Matches(WithoutCode()).Select(match => match.Groups[1].Value);

    /// <summary>As hosts of repositories name headings: small letters, signs left out, spaces as hyphens, repeats numbered.</summary>
    public IReadOnlySet<string> Anchors
    {
        get
        {
            HashSet<string> anchors = [];
            foreach (Match heading in HeadingPattern().Matches(FencePattern().Replace(Text, "")))
            {
                var plain = LinkPattern().Replace(heading.Groups[1].Value, "").Replace("`", "", StringComparison.Ordinal);
                var anchor = SignPattern().Replace(plain.Trim().ToLowerInvariant(), "").Replace(' ', '-');
                for (var repeat = 0; !anchors.Add(repeat == 0 ? anchor : $"{anchor}-{repeat}"); repeat++)
                {
                }
            }

            return anchors;
        }
    }

    private string WithoutCode() => CodePattern().Replace(FencePattern().Replace(Text, ""), "");

    private static IEnumerable<string> Find(DirectoryInfo folder) => folder.EnumerateFiles("*.md").Select(file => file.FullName)
        .Concat(folder.EnumerateDirectories().Where(inner => !s_foreign.Contains(inner.Name)).SelectMany(Find));

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"\]\(([^()\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencePattern();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"[^\p{L}\p{N}\s_-]")]
    private static partial Regex SignPattern();
}
