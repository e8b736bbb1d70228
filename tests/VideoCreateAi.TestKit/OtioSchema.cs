using System.Text.Json;

namespace VideoCreateAi.TestKit;

/// <summary>OpenTimelineIO's own schemas, as its core reads them: which fields an object has and of which kind each is. Nothing else passes.</summary>
public static class OtioSchema
{
    private static readonly string[] s_children = ["Clip.1", "Gap.1", "Transition.1"];
    private static readonly string[] s_references = ["ExternalReference.1", "MissingReference.1", "GeneratorReference.1"];

    // A star: may be null. Braces: an object of any fields. Brackets: a list.
    private static readonly Dictionary<string, (string Field, string[] Kinds)[]> s_schemas = new()
    {
        ["Timeline.1"] = [("name", ["string"]), ("metadata", ["{}"]), ("global_start_time", ["RationalTime.1", "*"]), ("tracks", ["Stack.1"])],
        ["Stack.1"] = [.. Item(), ("children", ["[]Track.1"])],
        ["Track.1"] = [.. Item(), ("kind", ["Video|Audio"]), ("children", [.. s_children.Select(child => "[]" + child)])],
        ["Clip.1"] = [.. Item(), ("media_reference", s_references)],
        ["Gap.1"] = Item(),
        ["Transition.1"] =
        [
            ("name", ["string"]), ("metadata", ["{}"]), ("transition_type", ["SMPTE_Dissolve|Custom_Transition"]), ("in_offset", ["RationalTime.1"]), ("out_offset", ["RationalTime.1"]),
        ],
        ["ExternalReference.1"] = [.. Reference(), ("target_url", ["string"])],
        ["MissingReference.1"] = Reference(),
        ["GeneratorReference.1"] = [.. Reference(), ("generator_kind", ["string"]), ("parameters", ["{}"])],
        ["LinearTimeWarp.1"] = [("name", ["string"]), ("metadata", ["{}"]), ("effect_name", ["string"]), ("time_scalar", ["number"])],
        ["TimeRange.1"] = [("start_time", ["RationalTime.1"]), ("duration", ["RationalTime.1"])],
        ["RationalTime.1"] = [("rate", ["number"]), ("value", ["number"])],
    };

    /// <exception cref="InvalidDataException">It is no timeline, or something in it is not of its schema.</exception>
    public static void Check(JsonElement timeline)
    {
        Check(timeline, "Timeline.1", "timeline");
        foreach (var track in timeline.GetProperty("tracks").GetProperty("children").EnumerateArray())
        {
            CheckTransitions([.. track.GetProperty("children").EnumerateArray()]);
        }
    }

    /// <summary>Frames that a lane lasts; transitions lie over its pieces and add nothing.</summary>
    public static int Length(JsonElement lane) => lane.GetProperty("children").EnumerateArray().Sum(Frames);

    private static int Frames(JsonElement child) =>
        child.TryGetProperty("source_range", out var range) ? range.GetProperty("duration").GetProperty("value").GetInt32() : 0;

    private static void Check(JsonElement value, string schema, string where)
    {
        Require(value.ValueKind == JsonValueKind.Object && value.TryGetProperty("OTIO_SCHEMA", out var name) && name.GetString() == schema, $"{where} is no {schema}");
        var fields = s_schemas[schema];
        Require(value.EnumerateObject().Select(field => field.Name).Order().SequenceEqual(fields.Select(field => field.Field).Append("OTIO_SCHEMA").Order()), $"{where} has other fields than {schema}");
        foreach (var (field, kinds) in fields)
        {
            CheckKind(value.GetProperty(field), kinds, $"{where}.{field}");
        }
    }

    private static void CheckKind(JsonElement value, string[] kinds, string where)
    {
        if (kinds[0].StartsWith("[]", StringComparison.Ordinal))
        {
            Require(value.ValueKind == JsonValueKind.Array, $"{where} is no list");
            foreach (var item in value.EnumerateArray())
            {
                CheckKind(item, [.. kinds.Select(kind => kind[2..])], where + "[]");
            }

            return;
        }

        var found = value.ValueKind switch
        {
            JsonValueKind.Null => "*",
            JsonValueKind.String when !kinds.Contains("string") => kinds.FirstOrDefault(kind => kind.Split('|').Contains(value.GetString())) ?? "",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            JsonValueKind.Object when value.TryGetProperty("OTIO_SCHEMA", out var schema) => schema.GetString()!,
            JsonValueKind.Object => "{}",
            _ => "",
        };
        Require(kinds.Contains(found), $"{where} is {value.ValueKind} {found}");
        if (s_schemas.ContainsKey(found))
        {
            Check(value, found, where);
        }
    }

    /// <summary>None at an end, no two in a row, and none longer than what it joins.</summary>
    private static void CheckTransitions(List<JsonElement> children)
    {
        for (var i = 0; i < children.Count; i++)
        {
            if (children[i].GetProperty("OTIO_SCHEMA").GetString() == "Transition.1")
            {
                Require(i > 0 && i + 1 < children.Count && Frames(children[i - 1]) > 0 && Frames(children[i + 1]) > 0, "a transition joins nothing");
                Require(children[i].GetProperty("in_offset").GetProperty("value").GetInt32() <= Frames(children[i - 1]), "a transition begins before what it leaves");
                Require(children[i].GetProperty("out_offset").GetProperty("value").GetInt32() <= Frames(children[i + 1]), "a transition ends after what it comes to");
            }
        }
    }

    private static (string, string[])[] Item() =>
        [("name", ["string"]), ("metadata", ["{}"]), ("source_range", ["TimeRange.1", "*"]), ("effects", ["[]LinearTimeWarp.1"]), ("markers", ["[]none"])];

    private static (string, string[])[] Reference() => [("name", ["string"]), ("metadata", ["{}"]), ("available_range", ["TimeRange.1", "*"])];

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException(what);
        }
    }
}
