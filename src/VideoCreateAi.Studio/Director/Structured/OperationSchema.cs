using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>The whole form of exact edits as a JSON Schema: each operation with its own fields, choices and ranges.</summary>
internal static class OperationSchema
{
    private static readonly JsonWriterOptions s_forPeople = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text { get; } = Written(Make());

    private static string Written(JsonObject schema)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, s_forPeople))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static JsonObject Make() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "operations of edit_video",
        ["description"] = "Done as a whole or not at all. The row of shots is edited first, in the order of the list; then the total, the transitions, and what hangs on times: "
            + "numbers of shots in titles, overlays and sounds mean the finished row.",
        ["type"] = "array",
        ["minItems"] = 1,
        ["maxItems"] = OperationList.MostOperations,
        ["items"] = new JsonObject { ["oneOf"] = new JsonArray([.. OperationForms.All.Select(Form)]) },
    };

    private static JsonNode Form(OperationForm form)
    {
        var properties = new JsonObject { ["op"] = new JsonObject { ["const"] = form.Op } };
        foreach (var name in form.Fields)
        {
            properties[name] = Field(OperationFields.Find(name)!, form);
        }

        var made = new JsonObject
        {
            ["description"] = form.Meaning,
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([JsonValue.Create("op"), .. form.RequiredFields.Select(name => JsonValue.Create(name))]),
            ["additionalProperties"] = false,
        };
        if (OperationForm.Names(form.AnyOf) is { Length: > 0 } any)
        {
            made["anyOf"] = new JsonArray([.. any.Select(name => new JsonObject { ["required"] = new JsonArray(JsonValue.Create(name)) })]);
        }

        return made;
    }

    private static JsonObject Field(OperationField field, OperationForm form)
    {
        var made = new JsonObject { ["type"] = field.Type, ["description"] = field.Meaning };
        var choices = field.Name == OperationFields.Kind ? form.Kinds : field.Choices;
        var (least, most) = field.Name == OperationFields.Value ? form.Values : (field.Least, field.Most);
        if (choices.Count > 0)
        {
            made["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice))]);
        }

        if (field.Type == "array")
        {
            made["items"] = new JsonObject { ["type"] = "string" };
        }

        if (least > double.MinValue)
        {
            made["minimum"] = least;
            made["maximum"] = most;
        }

        return made;
    }
}
