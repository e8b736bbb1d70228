using System.Text;
using System.Text.Json;
using Sbom;
using VideoCreateAi.TestKit;

namespace VideoCreateAi.UnitTests.Packaging;

/// <summary>The bill of materials, made from the server's own build as the release makes it. tests/documents/run.sh holds it to the
/// format's schema.</summary>
public sealed class SbomTests : IDisposable
{
    private static readonly string s_assets = RepositoryFile.PathOf("src/VideoCreateAi.Mcp/obj/project.assets.json");

    // In the lock file, and of the build alone.
    private static readonly string[] s_tools = ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks"];

    private readonly JsonDocument _bill = JsonDocument.Parse(CycloneDx.Write(ResolvedBuild.Read(s_assets)));
    private readonly JsonDocument _lock = JsonDocument.Parse(RepositoryFile.Read("src/VideoCreateAi.Mcp/packages.lock.json"));

    public void Dispose()
    {
        _bill.Dispose();
        _lock.Dispose();
    }

    private List<JsonElement> Components => [.. _bill.RootElement.GetProperty("components").EnumerateArray()];

    [Fact]
    public void It_names_every_package_that_is_locked_with_its_version_and_its_hash_and_no_other()
    {
        var locked = _lock.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject()
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !s_tools.Contains(package.Name))
            .Select(package => $"{package.Name} {package.Value.GetProperty("resolved").GetString()} {Convert.ToHexStringLower(package.Value.GetProperty("contentHash").GetBytesFromBase64())}");

        var told = Components.Where(component => !Name(component).Contains(".App.Runtime.", StringComparison.Ordinal))
            .Select(component => $"{Name(component)} {component.GetProperty("version").GetString()} {component.GetProperty("hashes")[0].GetProperty("content").GetString()}");

        Assert.Equal(locked.Order(), told.Order());
    }

    [Fact]
    public void Every_component_has_a_licence_and_a_name_that_scanners_know() => Assert.All(Components, component =>
    {
        Assert.NotEmpty(component.GetProperty("licenses").EnumerateArray());
        Assert.Equal($"pkg:nuget/{Name(component)}@{component.GetProperty("version").GetString()}", component.GetProperty("purl").GetString());
    });

    [Fact]
    public void Every_component_is_reached_from_the_product()
    {
        var needs = _bill.RootElement.GetProperty("dependencies").EnumerateArray().ToDictionary(
            row => row.GetProperty("ref").GetString()!, row => row.GetProperty("dependsOn").EnumerateArray().Select(need => need.GetString()!).ToList());
        var product = _bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("bom-ref").GetString()!;
        HashSet<string> reached = [product];
        for (Queue<string> open = new([product]); open.TryDequeue(out var one);)
        {
            needs[one].Where(reached.Add).ToList().ForEach(open.Enqueue);
        }

        Assert.Equal(Components.Select(component => component.GetProperty("bom-ref").GetString()!).Append(product).Order(), reached.Order());
    }

    [Fact]
    public void The_same_build_has_the_same_bill()
        => Assert.Equal(Encoding.UTF8.GetString(CycloneDx.Write(ResolvedBuild.Read(s_assets))), Encoding.UTF8.GetString(CycloneDx.Write(ResolvedBuild.Read(s_assets))));

    private static string Name(JsonElement component) => component.GetProperty("name").GetString()!;
}
