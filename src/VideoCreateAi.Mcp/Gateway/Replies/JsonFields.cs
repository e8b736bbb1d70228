using System.Globalization;
using System.Text.Json;

namespace VideoCreateAi.Mcp.Gateway.Replies;

/// <summary>Reads a backend's JSON without trusting its shape: a field of another kind than expected is no field.</summary>
internal static class JsonFields
{
    /// <summary>Depth beyond this is an attack, not a reply.</summary>
    public static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    public static JsonElement? Field(this JsonElement element, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in names)
            {
                if (Property(element, name) is { ValueKind: not JsonValueKind.Null } value)
                {
                    return value;
                }
            }
        }

        return null;
    }

    public static string? Text(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Field(names) is { } value ? value.AsText() : null;

    public static double? Number(this JsonElement element, params ReadOnlySpan<string> names) => element.Field(names) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetDouble(out var value) && double.IsFinite(value) => value,
        { ValueKind: JsonValueKind.String } text
            when double.TryParse(text.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) => value,
        _ => null,
    };

    public static int? Integer(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Number(names) is { } value ? (int)Math.Clamp(value, int.MinValue, int.MaxValue) : null;

    public static long? Long(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Number(names) is >= -9e15 and <= 9e15 and var value ? (long)value : null;

    public static bool? Flag(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Field(names)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static DateTimeOffset? Time(this JsonElement element, params ReadOnlySpan<string> names) =>
        DateTimeOffset.TryParse(element.Text(names), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    public static JsonElement.ArrayEnumerator Items(this JsonElement element, params ReadOnlySpan<string> names) =>
        element.Field(names) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    /// <summary>Null for anything but a string.</summary>
    public static string? AsText(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Invalid UTF-8 or half a surrogate pair: the parser lets it stand, reading it as text fails.
            return null;
        }
    }

    private static JsonElement? Property(JsonElement element, string name)
    {
        try
        {
            return element.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A name with half a surrogate pair stops the search before it comes to the one that is looked for.
            return PropertyBesideBroken(element, name);
        }
    }

    private static JsonElement? PropertyBesideBroken(JsonElement element, string name)
    {
        JsonElement? found = null;
        foreach (var property in element.EnumerateObject())
        {
            try
            {
                found = property.NameEquals(name) ? property.Value : found;
            }
            catch (InvalidOperationException)
            {
                // This one is no name.
            }
        }

        return found;
    }
}
