using System.Text;
using System.Text.Json;
using VideoCreateAi.Mcp.Translation;

namespace VideoCreateAi.Evals;

/// <summary>What is left of a backend's reply, as a client that shows it while it streams in would have it on its screen.</summary>
internal sealed class GuiSet : LineSet
{
    protected override string Predict(string line)
    {
        var item = JsonSerializer.Deserialize(line, EvalJson.Default.GuiItem)!;
        var translator = new GuiTranslator();
        var shown = new StringBuilder();
        foreach (var piece in item.Chunks is { Count: > 0 } chunks ? chunks : [item.BackendText])
        {
            shown.Append(translator.Push(piece));
        }

        var reply = translator.Complete();
        if (!reply.Text.StartsWith(shown.ToString(), StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{item.Id}: what was shown is not how the whole text begins.");
        }

        var prediction = new GuiPrediction
        {
            Id = item.Id,
            Actions = [.. reply.Actions.Select(static action => JsonNamingPolicy.SnakeCaseLower.ConvertName(action.ToString()))],
            Text = reply.Text,
            HandEdit = reply.HandEdit,
        };
        return JsonSerializer.Serialize(prediction, EvalJson.Default.GuiPrediction);
    }
}
