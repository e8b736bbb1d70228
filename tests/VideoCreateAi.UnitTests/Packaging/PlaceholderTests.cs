using System.Text;
using System.Text.RegularExpressions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Packaging;

/// <summary>What only the owner can fill in stands in few places, and one page names them all.</summary>
public sealed class PlaceholderTests
{
    private const string Page = "packaging/README.md";

    [Theory]
    [InlineData("OWNER", "Dockerfile", "packaging/docker/server.yaml", "packaging/nuget/README.md", "packaging/nuget/server.json")]
    [InlineData("COMMIT", "packaging/docker/server.yaml")]
    public void Every_placeholder_is_where_the_page_for_the_owner_says(string placeholder, params string[] places)
    {
        var found = new[] { "Dockerfile", "README.md", "Directory.Build.props", "src/VideoCreateAi.Mcp/VideoCreateAi.Mcp.csproj" }
            .Concat(Directory.GetFiles(RepositoryFile.PathOf("packaging"), "*", SearchOption.AllDirectories)
                .Where(path => !Regex.IsMatch(path, @"[\\/](bin|obj|node_modules)[\\/]") && !path.EndsWith("release.sh", StringComparison.Ordinal))
                .Select(path => Path.GetRelativePath(RepositoryFile.PathOf("."), path).Replace('\\', '/')))
            .Where(path => path != Page && HasPlaceholder(path, placeholder));
        var row = Text(Page).Split('\n').Single(line => line.StartsWith($"| `{placeholder}`", StringComparison.Ordinal));

        Assert.Equal(places, found.Order(StringComparer.Ordinal));
        Assert.All(places, place => Assert.Contains($"{Path.GetFileName(place)}](", row, StringComparison.Ordinal));
    }

    // A comment that tells of it is no place to fill in.
    private static bool HasPlaceholder(string path, string placeholder) =>
        Text(path).Split('\n').Any(line => !line.StartsWith('#') && Regex.IsMatch(line, $@"\b{placeholder}\b"));

    private static string Text(string path) => Encoding.UTF8.GetString(RepositoryFile.Read(path));
}
