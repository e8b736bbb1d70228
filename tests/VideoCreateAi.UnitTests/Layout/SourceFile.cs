using System.Text.RegularExpressions;

namespace VideoCreateAi.UnitTests.Layout;

/// <param name="Path">Relative to the root, forward slashes.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Namespace => NamespacePattern().Match(Text) is { Success: true } match ? match.Groups[1].Value : "";

    public IEnumerable<string> Usings => UsingPattern().Matches(Text).Select(match => match.Groups[1].Value);

    /// <summary>Types declared at the left margin.</summary>
    public IReadOnlyList<string> TopLevelTypes => [.. TypePattern().Matches(Text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingPattern();

    [GeneratedRegex(@"^(?:public |internal )?(?:static |sealed |abstract |readonly |partial |unsafe |ref )*(?:class|struct|interface|enum|record struct|record class|record)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex TypePattern();
}
