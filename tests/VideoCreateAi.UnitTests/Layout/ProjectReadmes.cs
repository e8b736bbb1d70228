using System.Text.RegularExpressions;

namespace VideoCreateAi.UnitTests.Layout;

public sealed class ProjectReadmes
{
    [Theory]
    [InlineData("src/VideoCreateAi.Protocol")]
    [InlineData("src/VideoCreateAi.Studio")]
    [InlineData("src/VideoCreateAi.Mcp")]
    public void A_readme_names_only_types_that_exist(string project)
    {
        var types = SourceTree.Files("src").SelectMany(file => file.TopLevelTypes).ToHashSet();
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, project, "README.md"));
        var named = Regex.Matches(readme, "`([A-Z][A-Za-z]+)`").Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Equal([], named.Except(types));
    }
}
