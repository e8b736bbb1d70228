using System.Text.Json;
using System.Text.RegularExpressions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Documents;

/// <summary>The cookbook against the requests that it is made from. What came of them is made by <c>samples/Cookbook</c>.</summary>
public sealed class CookbookTests : IDisposable
{
    private static readonly MarkdownFile s_page = MarkdownFile.Read("samples/COOKBOOK.md");

    private readonly JsonDocument _recipes = JsonDocument.Parse(RepositoryFile.Read("samples/Cookbook/recipes.json"));

    public void Dispose() => _recipes.Dispose();

    [Fact]
    public void It_has_the_twenty_requests_word_for_word_and_no_other()
    {
        var titles = Regex.Matches(s_page.Text, @"^## \d+\. (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        var said = Regex.Matches(s_page.Text, "^> (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        var recipes = _recipes.RootElement.EnumerateArray().ToList();
        var words = recipes.SelectMany(recipe => recipe.GetProperty("steps").EnumerateArray())
            .Select(step => step.TryGetProperty("arguments", out var arguments) && (arguments.TryGetProperty("text", out var text) || arguments.TryGetProperty("message", out text)) ? text.GetString() : null)
            .OfType<string>();

        Assert.Equal(20, recipes.Count);
        Assert.Equal(recipes.Select(recipe => recipe.GetProperty("title").GetString()), titles);
        Assert.Equal(words, said);
    }

    [Fact]
    public void No_request_was_left_half_done()
        => Assert.DoesNotContain("did not understand", s_page.Text, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Its_pictures_are_small_and_none_lies_about()
    {
        var shown = s_page.Links.Where(link => link.EndsWith(".jpg", StringComparison.Ordinal)).Order();
        var files = new DirectoryInfo(RepositoryFile.PathOf("samples/frames")).GetFiles();

        Assert.Equal(files.Select(file => $"frames/{file.Name}").Order(), shown);
        Assert.InRange(files.Sum(file => file.Length), 1, 500_000);
        Assert.InRange(new FileInfo(RepositoryFile.PathOf("samples/quickstart.jpg")).Length, 1, 120_000);
    }
}
