using VideoCreateAi.Studio.Director.Operations;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>One kind of exact edit: its name, its fields, and what it makes of them.</summary>
/// <param name="Required">Names of fields, parted by spaces.</param>
/// <param name="Optional">The same.</param>
internal sealed record OperationForm(
    string Op, string Meaning, string Required, string Optional, Func<OperationReading, IEnumerable<EditOperation>> Make)
{
    /// <summary>What its kind may be; empty = any words.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What its value may be.</summary>
    public (double Least, double Most) Values { get; init; } = (double.MinValue, double.MaxValue);

    /// <summary>Fields of which at least one is there; empty = none has to be.</summary>
    public string AnyOf { get; init; } = "";

    public IEnumerable<string> RequiredFields => Names(Required);

    public IEnumerable<string> OptionalFields => Names(Optional);

    public IEnumerable<string> Fields => RequiredFields.Concat(OptionalFields);

    public static string[] Names(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
