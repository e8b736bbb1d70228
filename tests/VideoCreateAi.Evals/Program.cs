using System.Text.Json;
using VideoCreateAi.Evals;

if (args is not [var name, var input, var output] || SetOf(name) is not { } set)
{
    Console.Error.WriteLine("Use: VideoCreateAi.Evals router|gui INPUT.jsonl OUTPUT.jsonl");
    return 2;
}

try
{
    var read = 0;
    var predictions = new List<string>();
    foreach (var line in File.ReadLines(input))
    {
        read++;
        if (!string.IsNullOrWhiteSpace(line))
        {
            predictions.Add(Predict(set, line, read));
        }
    }

    File.WriteAllLines(output, predictions);
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

static IEvalSet? SetOf(string name) => name switch
{
    "router" => new RouterSet(),
    "gui" => new GuiSet(),
    _ => null,
};

static string Predict(IEvalSet set, string line, int number)
{
    try
    {
        return set.Predict(line);
    }
    catch (JsonException e)
    {
        throw new InvalidDataException(FormattableString.Invariant($"Line {number} is no item of this set: {e.Message}"), e);
    }
}
