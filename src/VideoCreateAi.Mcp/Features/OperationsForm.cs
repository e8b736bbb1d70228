using ModelContextProtocol.Protocol;

namespace VideoCreateAi.Mcp.Features;

/// <summary>The whole form of the exact edits that edit_video takes, for whoever wants more than the tool's own schema says.</summary>
/// <param name="Schema">A JSON Schema.</param>
/// <param name="IsOffered">False where they are not taken; it can be read all the same.</param>
/// <param name="IsReadOnly">True where nothing at all may be changed.</param>
internal sealed record OperationsForm(string Schema, bool IsOffered, bool IsReadOnly = false)
{
    public const string Address = "videocreateai://schemas/operations.json";

    public const string Type = "application/schema+json";

    public static Resource Resource => new()
    {
        Uri = Address,
        Name = "operations.json",
        Title = "Form of exact edits",
        Description = "JSON Schema of edit_video's operations: each op with its fields, choices and ranges.",
        MimeType = Type,
    };
}
