using System.Globalization;
using System.Text.Json;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Mcp.Hosting;

/// <summary>Holds a call's arguments against the tool's own schema before they are bound: names, presence, kinds.</summary>
internal static class ToolArguments
{
    /// <summary>What is wrong, naming the argument and what is allowed; null when nothing is.</summary>
    public static string? FaultOf(JsonElement schema, IEnumerable<KeyValuePair<string, JsonElement>>? arguments) =>
        FaultOf(schema, (arguments ?? []).ToDictionary(pair => pair.Key, pair => pair.Value), path: "");

    private static string? FaultOf(JsonElement schema, Dictionary<string, JsonElement> given, string path)
    {
        var known = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value)
            : [];

        if (given.Keys.FirstOrDefault(name => !known.ContainsKey(name)) is { } unknown)
        {
            return $"There is no argument '{path}{UntrustedText.Name(unknown, 40)}'. Allowed: {(known.Count == 0 ? "none" : string.Join(", ", known.Keys))}.";
        }

        string[] required = schema.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(element => element.GetString()!)] : [];
        if (required.FirstOrDefault(name => !given.TryGetValue(name, out var value) || value.ValueKind == JsonValueKind.Null) is { } missing)
        {
            return $"The argument '{path}{missing}' is missing.";
        }

        // Many clients write null for an argument that they leave out.
        return given
            .Where(pair => pair.Value.ValueKind != JsonValueKind.Null)
            .Select(pair => FaultOf(known[pair.Key], pair.Value, path + pair.Key))
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOf(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("type", out var type) && !Fits(value, type.GetString()!))
        {
            return $"The argument '{path}' has the wrong kind of value: {type.GetString()} is expected.";
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .Select((element, index) => FaultOf(items, element, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
                .FirstOrDefault(fault => fault is not null),
            JsonValueKind.Object when schema.TryGetProperty("properties", out _) && !IsOpen(schema) =>
                FaultOf(schema, value.EnumerateObject().DistinctBy(property => property.Name).ToDictionary(property => property.Name, property => property.Value), path + "."),
            _ => null,
        };
    }

    /// <summary>What says that it may have any properties is checked by whoever reads it.</summary>
    private static bool IsOpen(JsonElement schema) => schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.True;

    private static bool Fits(JsonElement value, string kind) => kind switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };
}
