using System.Text.Json.Nodes;

namespace Cookbook;

/// <summary>A request of the cookbook: what is said, in steps, and what is shown of the result.</summary>
internal sealed record Recipe
{
    public required int Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Why somebody would want it; null = the words say it.</summary>
    public string? About { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>Texts that the steps use as files, by name.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>Each a finished file, counted from 0 over all of the recipe, and a second of it.</summary>
    public IReadOnlyList<(int File, double Second)> Show { get; init; } = [];

    public static IReadOnlyList<Recipe> Read(string path) =>
        [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select((node, index) => Of(index + 1, node!))];

    private static Recipe Of(int number, JsonNode node) => new()
    {
        Number = number,
        Title = (string)node["title"]!,
        About = (string?)node["about"],
        Steps = [.. node["steps"]!.AsArray().Select(step => new Step((string)step!["tool"]!, step["arguments"]?.AsObject() ?? []))],
        Texts = node["texts"]?.AsObject().ToDictionary(text => text.Key, text => (string)text.Value!) ?? [],
        Show = [.. node["show"]?.AsArray().Select(row => row is JsonArray pair ? ((int)pair[0]!, (double)pair[1]!) : (0, (double)row!)) ?? []],
    };
}
