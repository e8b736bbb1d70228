using System.Globalization;
using System.Text.Json;

namespace VideoCreateAi.Mcp.Translation;

/// <summary>The fields of a draft, whatever they hold: a key may be missing, null or of another type, and a number may be text.</summary>
internal static class DraftFields
{
    private const double Most = 1e9;

    public static JsonElement Member(this JsonElement of, string key)
        => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(key, out var value) ? value : default;

    public static JsonElement.ArrayEnumerator Items(this JsonElement of, string key)
        => of.Member(key) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    /// <summary>As it stands there; empty where there is no text.</summary>
    public static string RawText(this JsonElement of, string key)
    {
        var value = of.Member(key);
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                _ => string.Empty,
            };
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate ("\ud800") is JSON but no text.
            return string.Empty;
        }
    }

    public static double? Number(this JsonElement of, string key)
    {
        var value = of.Member(key);
        double number;
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.TryGetDouble(out number) && double.IsFinite(number) ? Math.Clamp(number, -Most, Most) : null;
        }

        return double.TryParse(of.RawText(key), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)
            ? Math.Clamp(number, -Most, Most)
            : null;
    }

    /// <summary>Above 0; null for anything else.</summary>
    public static int? Whole(this JsonElement of, string key) => of.Number(key) is { } number and >= 1 ? (int)Math.Min(number, int.MaxValue) : null;
}
