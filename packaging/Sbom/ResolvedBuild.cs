using System.Text.Json;
using System.Xml.Linq;

namespace Sbom;

/// <summary>What NuGet resolved for a project, without what only builds it.</summary>
/// <param name="Roots">Names of the packages that the project and the projects below it ask for themselves.</param>
internal sealed record ResolvedBuild(string Name, string Version, IReadOnlyList<Component> Components, IReadOnlyList<string> Roots)
{
    // What a package brings for the time when the product runs.
    private static readonly string[] s_shipped = ["runtime", "runtimeTargets", "native", "resource"];

    public static ResolvedBuild Read(string assetsFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assetsFile));
        var root = document.RootElement;
        var target = Target(root);
        var shipped = target.EnumerateObject().Where(entry => IsShipped(entry.Value)).ToList();
        var names = shipped.Select(entry => NameOf(entry.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var project = root.GetProperty("project");
        var own = project.GetProperty("frameworks").EnumerateObject().First().Value;

        var components = shipped.Where(entry => Type(entry.Value) == "package").Select(entry => Of(entry, root, names)).ToList();
        var packs = RuntimePacks(own).Select(pack => new Component(pack.Name, pack.Version, Hash: null, "MIT", [])).ToList();
        var asked = own.GetProperty("dependencies").EnumerateObject().Select(one => one.Name)
            .Concat(shipped.Where(entry => Type(entry.Value) == "project").SelectMany(entry => Needs(entry.Value)))
            .Where(name => components.Any(component => component.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return new ResolvedBuild(
            project.GetProperty("restore").GetProperty("projectName").GetString()!,
            project.GetProperty("version").GetString()!,
            [.. components.Concat(packs).OrderBy(component => component.Name, StringComparer.Ordinal)],
            [.. asked.Concat(packs.Select(pack => pack.Name)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)]);
    }

    // Of a platform, where the build has one: that is what was published.
    private static JsonElement Target(JsonElement root)
    {
        var targets = root.GetProperty("targets").EnumerateObject().ToList();
        return targets.Find(target => target.Name.Contains('/', StringComparison.Ordinal)) is { Value.ValueKind: JsonValueKind.Object } platform ? platform.Value : targets[0].Value;
    }

    // A package that holds nothing but a list of others is the way to these.
    private static bool IsShipped(JsonElement entry) => Type(entry) == "project" || Needs(entry).Any()
        || s_shipped.Any(kind => entry.TryGetProperty(kind, out var files) && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal)));

    private static Component Of(JsonProperty entry, JsonElement root, HashSet<string> shipped)
    {
        var (name, version) = (NameOf(entry.Name), entry.Name.Split('/')[1]);
        var library = root.GetProperty("libraries").GetProperty(entry.Name);
        var folder = library.GetProperty("path").GetString()!;
        return new Component(
            name, version, Convert.ToHexStringLower(library.GetProperty("sha512").GetBytesFromBase64()),
            License(root.GetProperty("packageFolders").EnumerateObject().Select(place => Path.Combine(place.Name, folder, $"{name.ToLowerInvariant()}.nuspec"))),
            [.. Needs(entry.Value).Where(shipped.Contains).Order(StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Needs(JsonElement entry) =>
        entry.TryGetProperty("dependencies", out var needs) ? needs.EnumerateObject().Select(need => need.Name) : [];

    private static string? License(IEnumerable<string> specifications)
    {
        if (specifications.FirstOrDefault(File.Exists) is not { } path)
        {
            return null;
        }

        var metadata = XDocument.Load(path).Root!.Elements().First(element => element.Name.LocalName == "metadata").Elements().ToList();
        return metadata.Find(element => element.Name.LocalName == "license" && (string?)element.Attribute("type") == "expression")?.Value
            ?? metadata.Find(element => element.Name.LocalName == "licenseUrl")?.Value;
    }

    // In a program that brings its runtime along. Each is asked for by an exact version, as "[10.0.1, 10.0.1]".
    private static IEnumerable<(string Name, string Version)> RuntimePacks(JsonElement framework) =>
        !framework.TryGetProperty("downloadDependencies", out var packs) ? [] : packs.EnumerateArray()
            .Select(pack => (Name: pack.GetProperty("name").GetString()!, Version: pack.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]))
            .Where(pack => pack.Name.Contains(".App.Runtime.", StringComparison.Ordinal));

    private static string? Type(JsonElement entry) => entry.GetProperty("type").GetString();

    private static string NameOf(string entry) => entry.Split('/')[0];
}
