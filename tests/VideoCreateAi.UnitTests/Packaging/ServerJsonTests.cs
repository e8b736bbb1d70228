using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoCreateAi.Mcp.Hosting;
using VideoCreateAi.TestKit;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Packaging;

/// <summary>What registries tell of the package, held to what the program takes.</summary>
public sealed class ServerJsonTests : IDisposable
{
    // For tests alone.
    // For tests, and for whoever runs a farm: no client sets them.
    private static readonly string[] s_untold = ["VIDEOCREATEAI_STUDIO_IDLE_SECONDS", "VIDEOCREATEAI_DB", "VIDEOCREATEAI_BLOBS"];

    private readonly JsonDocument _document = JsonDocument.Parse(RepositoryFile.Read("packaging/nuget/server.json"));

    public void Dispose() => _document.Dispose();

    private JsonElement Root => _document.RootElement;

    private JsonElement Package => Root.GetProperty("packages")[0];

    [Fact]
    public void It_keeps_the_limits_of_its_schema()
    {
        Assert.EndsWith("/2025-12-11/server.schema.json", Root.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$", Root.GetProperty("name").GetString());
        Assert.InRange(Root.GetProperty("description").GetString()!.Length, 1, 100);
        Assert.InRange(Root.GetProperty("title").GetString()!.Length, 1, 100);
        Assert.Equal(("nuget", "VideoCreateAi.Mcp", "dnx"), (Text("registryType"), Text("identifier"), Text("runtimeHint")));
        Assert.Equal("stdio", Package.GetProperty("transport").GetProperty("type").GetString());
    }

    [Fact]
    public void The_version_stands_in_one_place_and_is_put_in_when_it_is_packed()
    {
        Assert.Equal("{version}", Root.GetProperty("version").GetString());
        Assert.Equal("{version}", Text("version"));
    }

    [Fact]
    public void Every_variable_that_the_program_reads_is_described_and_no_other()
    {
        var read = SourceTree.Files("src/VideoCreateAi.Mcp/Hosting")
            .SelectMany(file => Regex.Matches(file.Text, @"""((?:VIDEOCREATEAI|NEMO)_[A-Z_]+)""").Select(match => match.Groups[1].Value))
            .Distinct().Except(s_untold).Concat(["HTTPS_PROXY", "NO_PROXY"]);

        Assert.Equal(read.Order(), Inputs("environmentVariables").Select(input => input.Name).Order());
    }

    [Fact]
    public void Every_option_of_the_server_is_described_and_no_other()
    {
        var options = CommandLine.Create().Options.Select(option => option.Name).Where(name => name is not ("--help" or "--version"));

        Assert.Equal(options.Order(), Inputs("packageArguments").Select(input => input.Name).Order());
    }

    [Fact]
    public void Everything_has_words_and_only_the_token_is_secret()
    {
        var all = Inputs("packageArguments").Concat(Inputs("environmentVariables")).ToList();

        Assert.All(all, input => Assert.InRange(input.Description.Length, 10, 200));
        Assert.Equal(["NEMO_TOKEN"], all.Where(input => input.IsSecret).Select(input => input.Name));
    }

    [Fact]
    public void The_readme_of_the_package_proves_who_owns_the_name()
    {
        var readme = Encoding.UTF8.GetString(RepositoryFile.Read("packaging/nuget/README.md"));

        Assert.Contains($"\n<!-- mcp-name: {Root.GetProperty("name").GetString()} -->\n", readme, StringComparison.Ordinal);
    }

    private string? Text(string name) => Package.GetProperty(name).GetString();

    private IEnumerable<(string Name, string Description, bool IsSecret)> Inputs(string kind) =>
        Package.GetProperty(kind).EnumerateArray().Select(input => (
            input.GetProperty("name").GetString()!, input.GetProperty("description").GetString()!,
            input.TryGetProperty("isSecret", out var secret) && secret.GetBoolean()));
}
