namespace VideoCreateAi.UnitTests.Documents;

public sealed class LinkTests
{
    [Fact]
    public void Every_link_inside_of_the_repository_leads_to_a_file_and_a_heading_that_are_there()
    {
        var links = MarkdownFile.All
            .SelectMany(file => file.Links.Select(link => (File: file, Link: link)))
            .Where(row => !row.Link.Contains("://", StringComparison.Ordinal) && !row.Link.StartsWith("mailto:", StringComparison.Ordinal))
            .ToList();

        Assert.True(links.Count > 30, $"Only {links.Count} links were found.");
        Assert.Empty(links.Where(row => !Leads(row.File, row.Link)).Select(row => $"{row.File.Path}: {row.Link}"));
    }

    [Theory]
    [InlineData("README.md", true)]
    [InlineData("src/VideoCreateAi.Mcp/README.md#options", true)]
    [InlineData("src/VideoCreateAi.Mcp/README.md#nothing", false)]
    [InlineData("src/nothing.md", false)]
    [InlineData("readme.MD", false)]
    public void A_link_is_judged(string link, bool leads) => Assert.Equal(leads, Leads(MarkdownFile.Read("README.md"), link));

    [Fact]
    public void Headings_have_the_anchors_that_hosts_give_them()
    {
        var file = new MarkdownFile("a.md", "# A, b & `c_d`\n## Same\n## Same\n```sh\n# no heading\n```\n### Über 2 Wege\n");

        Assert.Equal(["a-b--c_d", "same", "same-1", "über-2-wege"], file.Anchors.Order(StringComparer.Ordinal));
    }

    private static bool Leads(MarkdownFile file, string link)
    {
        var parts = link.Split('#', 2);
        var path = parts[0].Length == 0 ? file.FullPath : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file.FullPath)!, Uri.UnescapeDataString(parts[0])));
        return IsThere(path)
            && (parts.Length == 1 || new MarkdownFile(path, File.ReadAllText(path)).Anchors.Contains(parts[1]));
    }

    // Also where the file system does not tell large letters from small ones.
    private static bool IsThere(string path) =>
        Path.GetDirectoryName(path.TrimEnd(Path.DirectorySeparatorChar)) is { } folder && Directory.Exists(folder)
        && Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Contains(Path.GetFileName(path.TrimEnd(Path.DirectorySeparatorChar)));
}
