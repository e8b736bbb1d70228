using System.Text;
using System.Text.RegularExpressions;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Packaging;

/// <summary>The image cannot be built here: its recipe is read instead, by the rules that a linter of such files has.</summary>
public sealed class ContainerTests
{
    private static readonly string s_text = Encoding.UTF8.GetString(RepositoryFile.Read("Dockerfile"));

    private static readonly string[] s_steps =
    [
        .. s_text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n').Where(line => line.Length > 0 && line[0] != '#'),
    ];

    [Fact]
    public void Every_base_has_a_tag_that_stays()
        => Assert.All(Steps("FROM"), step => Assert.Matches(@":\d+\.\d+\.\d+-[a-z]+( AS [a-z]+)?$", step));

    [Fact]
    public void Nothing_is_fetched_from_addresses()
    {
        Assert.Empty(Steps("ADD"));
        Assert.DoesNotMatch(@"\b(curl|wget)\b", s_text);
    }

    [Fact]
    public void It_runs_as_somebody_who_may_little_and_whose_number_is_known()
    {
        Assert.Matches(@"^USER [1-9]\d+$", Steps("USER").Last());
        Assert.True(Array.IndexOf(s_steps, Steps("USER").Last()) < Array.IndexOf(s_steps, Steps("ENTRYPOINT").Single()));
        Assert.DoesNotContain("sudo", s_text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_started_without_a_shell_and_speaks_over_standard_input()
    {
        Assert.Equal("ENTRYPOINT [\"dotnet\", \"/app/videocreateai.dll\"]", Steps("ENTRYPOINT").Single());
        Assert.Empty(Steps("CMD"));
        Assert.Empty(Steps("EXPOSE"));
    }

    [Fact]
    public void Packages_are_the_fewest_and_their_lists_are_thrown_away()
    {
        var install = Steps("RUN").Single(step => step.Contains("apt-get install", StringComparison.Ordinal));

        Assert.Contains("apt-get update", install, StringComparison.Ordinal);
        Assert.Contains("--no-install-recommends", install, StringComparison.Ordinal);
        Assert.Contains("rm -rf /var/lib/apt/lists/*", install, StringComparison.Ordinal);
        Assert.All(["ffmpeg", "fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji", "libpangocairo-1.0-0"], package => Assert.Matches($@"\s{Regex.Escape(package)}\s", install));
    }

    [Fact]
    public void Data_outlives_the_container_and_no_secret_is_baked_in()
    {
        Assert.Contains("\"/data\"", Steps("VOLUME").Single(), StringComparison.Ordinal);
        Assert.Matches("VIDEOCREATEAI_DATA=/data", s_text);
        Assert.DoesNotMatch("TOKEN|SECRET|PASSWORD", s_text);
    }

    [Fact]
    public void What_the_build_copies_is_in_the_repository_and_what_is_big_is_not_sent()
    {
        var ignored = Encoding.UTF8.GetString(RepositoryFile.Read(".dockerignore")).Split('\n');

        Assert.True(Directory.Exists(RepositoryFile.PathOf("src/VideoCreateAi.Mcp")));
        Assert.All(["artifacts/", "**/obj/", "**/bin/", ".git/"], folder => Assert.Contains(folder, ignored));
    }

    [Fact]
    public void The_label_and_the_catalog_name_the_same_server()
    {
        var server = Encoding.UTF8.GetString(RepositoryFile.Read("packaging/nuget/server.json"));
        var catalog = Encoding.UTF8.GetString(RepositoryFile.Read("packaging/docker/server.yaml"));
        var name = Regex.Match(server, "\"name\": \"(io[^\"]+)\"").Groups[1].Value;

        Assert.Contains($"io.modelcontextprotocol.server.name=\"{name}\"", s_text, StringComparison.Ordinal);
        Assert.Matches("(?m)^name: videocreateai$", catalog);
        Assert.Matches("(?m)^  commit: ", catalog);
        Assert.Contains("env: NEMO_TOKEN", catalog, StringComparison.Ordinal);
    }

    private static string[] Steps(string instruction) => [.. s_steps.Where(step => step.StartsWith(instruction + " ", StringComparison.Ordinal))];
}
