using System.Globalization;
using System.Text.Json;
using VideoCreateAi.Studio.Director.Operations;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>One exact edit while it is read: gives its fields in the terms of the timeline, and notes what is wrong with them.</summary>
internal sealed class OperationReading(JsonElement item, OperationForm form, TurnInput input)
{
    public const int LongestText = 2000;

    private const int MostLines = 500;
    private const int LongestShown = 40;

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public IReadOnlyList<Asset> Assets => input.Assets;

    public bool Has(string name) => Value(name) is not null;

    public void Problem(string problem) => _problems.Add(problem);

    public string? Text(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
        if (string.IsNullOrEmpty(text) || text.Length > LongestText)
        {
            Wrong(name, value, $"a text of 1 to {LongestText} characters");
            return null;
        }

        return text;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Value(name) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is 0 or > MostLines
            || value.EnumerateArray().Any(line => line.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || line.ToString().Trim().Length is 0 or > LongestText))
        {
            Wrong(name, value, $"a list of 1 to {MostLines} texts");
            return [];
        }

        return [.. value.EnumerateArray().Select(line => line.ToString().Trim())];
    }

    public double? Number(string name)
    {
        var field = OperationFields.Find(name)!;
        var (least, most) = name == OperationFields.Value ? form.Values : (field.Least, field.Most);
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || value.GetDouble() is var number && (number < least || number > most)
            || (field.Kind == FieldKind.Whole && value.GetDouble() % 1 != 0))
        {
            Wrong(name, value, string.Create(CultureInfo.InvariantCulture, $"a {(field.Kind == FieldKind.Whole ? "whole " : "")}number from {least:0.###} to {most:0.###}"));
            return null;
        }

        return value.GetDouble();
    }

    public TimeSpan? Time(string name) => Number(name) is { } seconds ? WholeMilliseconds.Of(seconds * 1000) : null;

    public string? Choice(string name)
    {
        var allowed = name == OperationFields.Kind ? form.Kinds : OperationFields.Find(name)!.Choices;
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (allowed.Count > 0 && !allowed.Contains(text))
        {
            Wrong(name, Value(name)!.Value, "one of " + string.Join(", ", allowed));
            return null;
        }

        return text;
    }

    public T? Choice<T>(string name)
        where T : struct, Enum => Choice(name) is { } word ? Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null;

    public string? Color(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (text.Length != 7 || text[0] != '#' || !text.AsSpan(1).ToString().All(char.IsAsciiHexDigit))
        {
            Wrong(name, Value(name)!.Value, "a colour such as #FFCC00");
            return null;
        }

        return text.ToUpperInvariant();
    }

    /// <summary>The id of an uploaded file of one of these kinds.</summary>
    public string? Media(string name, params ReadOnlySpan<AssetKind> kinds)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (input.Assets.FirstOrDefault(asset => asset.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } asset && kinds.Contains(asset.Kind))
        {
            return asset.Id;
        }

        var wanted = kinds.ToArray();
        Wrong(name, Value(name)!.Value, AllowedFiles(input.Assets.Where(other => wanted.Contains(other.Kind))));
        return null;
    }

    /// <summary>The shots that are meant, all where nothing is said.</summary>
    public IReadOnlyList<ShotReference> Shots(string name = OperationFields.Target)
    {
        if (Value(name) is not { } value)
        {
            return [ShotReference.All];
        }

        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number && ShotTarget.Read(value.ToString(), input.Assets) is { Count: > 0 } shots)
        {
            return shots;
        }

        Wrong(name, value, "all, images, clips, first, last, a number from 1, 2-4, 1,3 or " + AllowedFiles(input.Assets.Where(ShotBuilder.IsShowable)));
        return [];
    }

    public ShotReference? Shot(string name = OperationFields.Target)
    {
        var shots = Shots(name);
        if (shots.Count > 1)
        {
            Wrong(name, Value(name)!.Value, "one shot or one row of shots");
        }

        return shots.Count == 1 ? shots[0] : null;
    }

    public Destination? Place(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number && ShotTarget.ReadPlace(value.ToString(), input.Assets) is { } place)
        {
            return place;
        }

        Wrong(name, value, "start, end, a number from 1, before … or after … with a shot behind it");
        return null;
    }

    private JsonElement? Value(string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private void Wrong(string name, JsonElement value, string allowed)
    {
        var shown = value.GetRawText();
        _problems.Add($"{name} is {(shown.Length <= LongestShown ? shown : shown[..LongestShown] + "…")}; allowed: {allowed}.");
    }

    private static string AllowedFiles(IEnumerable<Asset> assets)
    {
        const int Most = 12;
        var names = assets.Select(asset => asset.Name).ToList();
        return names.Count == 0 ? "a file of that kind, of which none is uploaded" : string.Join(", ", names.Take(Most)) + (names.Count > Most ? ", …" : "");
    }
}
