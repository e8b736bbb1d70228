using System.Text.Json;
using VideoCreateAi.Studio.Director.Operations;

namespace VideoCreateAi.Studio.Director.Structured;

/// <summary>Exact edits as they were read: what they do, or all that is wrong with them.</summary>
/// <param name="Undos">How many steps are taken back first.</param>
internal sealed record OperationList(IReadOnlyList<(int Index, string Op, EditOperation Edit)> Edits, int Undos, IReadOnlyList<string> Problems)
{
    public const int MostOperations = 100;

    private const string UndoOp = "undo";
    private const string OpName = "op";

    public static OperationList Read(JsonElement operations, TurnInput input)
    {
        if (operations.ValueKind != JsonValueKind.Array || operations.GetArrayLength() is 0 or > MostOperations)
        {
            return new OperationList([], 0, [$"operations must be a list of 1 to {MostOperations} objects."]);
        }

        List<(int, string, EditOperation)> edits = [];
        List<string> problems = [];
        var undos = 0;
        var index = -1;
        foreach (var item in operations.EnumerateArray())
        {
            index++;
            if (FormOf(item, index, problems) is not { } form)
            {
                continue;
            }

            var reading = new OperationReading(item, form, input);
            var faults = FieldFaults(item, form).ToList();
            var made = form.Make(reading).ToList();
            if (form.Op == UndoOp)
            {
                undos = (int)Math.Round(reading.Number(OperationFields.Value) ?? 1);
                if (index > 0)
                {
                    faults.Add("it must be the first operation.");
                }
            }

            problems.AddRange(faults.Concat(reading.Problems).Distinct().Select(fault => Told(index, form.Op, fault)));
            edits.AddRange(made.Select(edit => (index, form.Op, edit)));
        }

        return new OperationList(edits, undos, problems);
    }

    public static string Told(int index, string op, string problem) => $"operations[{index}] ({op}): {problem}";

    private static OperationForm? FormOf(JsonElement item, int index, List<string> problems)
    {
        var name = item.ValueKind == JsonValueKind.Object && item.TryGetProperty(OpName, out var op) && op.ValueKind == JsonValueKind.String ? op.GetString() : null;
        var form = name is null ? null : OperationForms.Find(name);
        if (form is null)
        {
            problems.Add(name is null ? $"operations[{index}]: op is missing; allowed: {Known}." : $"operations[{index}]: there is no op \"{Short(name)}\"; allowed: {Known}.");
        }

        return form;
    }

    private static IEnumerable<string> FieldFaults(JsonElement item, OperationForm form)
    {
        var given = item.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null).Select(property => property.Name).ToHashSet();
        foreach (var unknown in given.Where(name => name != OpName && !form.Fields.Contains(name)))
        {
            yield return $"it has no field {Short(unknown)}; allowed: {(form.Fields.Any() ? string.Join(", ", form.Fields) : "none")}.";
        }

        foreach (var missing in form.RequiredFields.Where(name => !given.Contains(name)))
        {
            yield return $"{missing} is missing.";
        }

        if (OperationForm.Names(form.AnyOf) is { Length: > 0 } any && !any.Any(given.Contains))
        {
            yield return $"one of these is needed: {string.Join(", ", any)}.";
        }
    }

    private static string Known => string.Join(", ", OperationForms.All.Select(form => form.Op));

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
