using System.Text.RegularExpressions;

namespace VideoCreateAi.UnitTests.Layout;

public sealed class FolderWalls
{
    [Fact]
    public void A_namespace_is_its_folder()
    {
        var wrong = SourceTree.Files("src")
            .Where(file => file.Namespace.Length > 0)
            .Where(file => file.Namespace != string.Join('.', file.Path.Split('/')[1..^1]))
            .Select(file => $"{file.Path}: {file.Namespace}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it()
    {
        var wrong = SourceTree.Files("src")
            .Where(file => file.TopLevelTypes.Count > 0)
            .Where(file => file.TopLevelTypes.Count > 1 || file.TopLevelTypes[0] != Path.GetFileName(file.Path).Split('.')[0])
            .Select(file => $"{file.Path}: {string.Join(", ", file.TopLevelTypes)}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_timeline_references_nothing()
        => Assert.Empty(OurUsings("src/VideoCreateAi.Studio/Timeline/", except: "VideoCreateAi.Studio.Timeline"));

    [Fact]
    public void The_director_knows_the_timeline_and_nothing_else()
        => Assert.Empty(OurUsings("src/VideoCreateAi.Studio/Director/", "VideoCreateAi.Studio.Timeline", "VideoCreateAi.Studio.Director"));

    [Fact]
    public void The_protocol_references_no_room_of_ours()
        => Assert.Empty(OurUsings("src/VideoCreateAi.Protocol/", "VideoCreateAi.Protocol"));

    [Fact]
    public void The_studio_knows_only_the_protocol()
        => Assert.Empty(OurUsings("src/VideoCreateAi.Studio/", "VideoCreateAi.Protocol", "VideoCreateAi.Studio"));

    [Fact]
    public void Only_hosting_knows_the_studio()
    {
        var wrong = SourceTree.Files("src/VideoCreateAi.Mcp")
            .Where(file => !file.Path.StartsWith("src/VideoCreateAi.Mcp/Hosting/", StringComparison.Ordinal))
            .Where(file => file.Usings.Any(name => IsBelow(name, "VideoCreateAi.Studio")))
            .Select(file => file.Path);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Features_never_reference_features()
    {
        var wrong =
            from file in SourceTree.Files("src/VideoCreateAi.Mcp/Features")
            let parts = file.Path.Split('/')
            where parts.Length > 4
            let own = $"VideoCreateAi.Mcp.Features.{parts[3]}"
            from used in file.Usings
            where IsBelow(used, "VideoCreateAi.Mcp.Features") && used != "VideoCreateAi.Mcp.Features" && !IsBelow(used, own)
            select $"{file.Path}: {used}";

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Gateway")]
    [InlineData("Routing")]
    [InlineData("Translation")]
    [InlineData("Language")]
    [InlineData("Files")]
    [InlineData("Ledger")]
    [InlineData("Jobs")]
    [InlineData("Sessions")]
    public void Only_features_and_hosting_know_MCP(string room)
    {
        var wrong = SourceTree.Files($"src/VideoCreateAi.Mcp/{room}")
            .Where(file => file.Usings.Any(name => IsBelow(name, "ModelContextProtocol") || IsBelow(name, "VideoCreateAi.Mcp.Features")))
            .Select(file => file.Path);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Processes_are_started_in_three_places()
    {
        var starters = SourceTree.Files("src")
            .Where(file => Regex.IsMatch(file.Text, @"\bProcessStartInfo\b|\bProcess\.Start\("))
            .Select(file => file.Path)
            .Where(path => !path.StartsWith("src/VideoCreateAi.Studio/Ffmpeg/", StringComparison.Ordinal)
                && path is not ("src/VideoCreateAi.Mcp/Hosting/StudioProcess/StudioLauncher.cs" or "src/VideoCreateAi.Mcp/Hosting/Doctor/PackageInstall.cs"));

        Assert.Empty(starters);
    }

    [Fact]
    public void Backend_paths_stand_in_the_protocol_alone()
    {
        var wrong = SourceTree.Files("src")
            .Where(file => !file.Path.StartsWith("src/VideoCreateAi.Protocol/", StringComparison.Ordinal))
            .Where(file => file.Text.Contains("\"/api/", StringComparison.Ordinal) || file.Text.Contains("\"/run_sse", StringComparison.Ordinal))
            .Select(file => file.Path);

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> OurUsings(string folder, params string[] except) =>
        from file in SourceTree.Files(folder)
        from used in file.Usings
        where IsBelow(used, "VideoCreateAi") && !except.Any(allowed => IsBelow(used, allowed))
        select $"{file.Path}: {used}";

    private static IEnumerable<string> OurUsings(string folder, string except) => OurUsings(folder, [except]);

    private static bool IsBelow(string name, string parent) =>
        name == parent || name.StartsWith(parent + ".", StringComparison.Ordinal);
}
