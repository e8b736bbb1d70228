using System.Text.Json;
using VideoCreateAi.Evals;

if (args is not [var name, var input, var output] || SetOf(name) is not { } chosen)
{
    Console.Error.WriteLine("Use: VideoCreateAi.Evals router|gui|director INPUT.jsonl OUTPUT.jsonl");
    return 2;
}

try
{
    await using var set = chosen;
    var lines = File.ReadLines(input).Select((text, index) => (Text: text, Number: index + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Text)).ToList();
    var predictions = new string[lines.Count];
    await set.BeginAsync(CancellationToken.None);
    await Parallel.ForEachAsync(
        Enumerable.Range(0, lines.Count),
        new ParallelOptions { MaxDegreeOfParallelism = set.AtOnce },
        async (index, cancellationToken) => predictions[index] = await PredictAsync(set, lines[index].Text, lines[index].Number, cancellationToken));
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
    "director" => new DirectorSet(),
    _ => null,
};

static async Task<string> PredictAsync(IEvalSet set, string line, int number, CancellationToken cancellationToken)
{
    try
    {
        return await set.PredictAsync(line, cancellationToken);
    }
    catch (JsonException e)
    {
        throw new InvalidDataException(FormattableString.Invariant($"Line {number} is no item of this set: {e.Message}"), e);
    }
}
