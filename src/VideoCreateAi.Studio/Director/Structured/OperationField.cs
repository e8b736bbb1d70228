namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>A field that exact edits may have.</summary>
internal sealed record OperationField(string Name, FieldKind Kind, string Meaning)
{
    /// <summary>Of a choice; empty = each operation has its own.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Of a number.</summary>
    public double Least { get; init; } = double.MinValue;

    public double Most { get; init; } = double.MaxValue;

    /// <summary>As JSON Schema names it.</summary>
    public string Type => Kind switch
    {
        FieldKind.Number or FieldKind.Seconds => "number",
        FieldKind.Whole => "integer",
        FieldKind.Lines or FieldKind.Order => "array",
        _ => "string",
    };
}
