using System.Text.Json;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Holds a call's arguments against the tool's own schema before they are bound: names, presence, kinds.</summary>
internal static class ToolArguments
{
    /// <summary>What is wrong, naming the argument and what is allowed; null when nothing is.</summary>
    public static string? FaultOf(JsonElement schema, IEnumerable<KeyValuePair<string, JsonElement>>? arguments)
    {
        var given = (arguments ?? []).ToDictionary(pair => pair.Key, pair => pair.Value);
        var known = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value)
            : [];

        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
        {
            return $"There is no argument '{UntrustedText.Name(unknown, 40)}'. Allowed: {(known.Count == 0 ? "none" : string.Join(", ", known.Keys))}.";
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(element => element.GetString()!))
            {
                if (!given.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null)
                {
                    return $"The argument '{name}' is missing.";
                }
            }
        }

        foreach (var (name, value) in given)
        {
            if (!Fits(value, known[name]))
            {
                return $"The argument '{name}' has the wrong kind of value: {KindsOf(known[name])} is expected.";
            }
        }

        return null;
    }

    private static bool Fits(JsonElement value, JsonElement schema) =>
        Kinds(schema) is not { Count: > 0 } kinds || kinds.Any(kind => kind switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out _),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array
                && (!schema.TryGetProperty("items", out var items) || value.EnumerateArray().All(item => item.ValueKind != JsonValueKind.Null && Fits(item, items))),
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => true,
        });

    private static List<string> Kinds(JsonElement schema) => schema.TryGetProperty("type", out var type)
        ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(element => element.GetString()!)] : [type.GetString()!]
        : [];

    private static string KindsOf(JsonElement schema) => string.Join(" or ", Kinds(schema).Where(kind => kind != "null"));
}
