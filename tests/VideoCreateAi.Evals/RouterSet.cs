using System.Text.Json;
using VideoCreateAi.Mcp.Routing;

namespace VideoCreateAi.Evals;

/// <summary>What the router reads in a message that comes alone, without attachments.</summary>
internal sealed class RouterSet : LineSet
{
    private readonly IntentRouter _router = new();

    protected override string Predict(string line)
    {
        var item = JsonSerializer.Deserialize(line, EvalJson.Default.RouterItem)!;
        var route = _router.Read(item.Text, []);
        var prediction = new RouterPrediction
        {
            Id = item.Id,
            Intents = [.. route.Intents.Select(static intent => JsonNamingPolicy.SnakeCaseLower.ConvertName(intent.ToString()))],
            Args = new RouterArguments
            {
                Paths = route.Paths.Count == 0 ? null : route.Paths,
                Urls = route.Urls.Count == 0 ? null : route.Urls,
                Format = route.Format,
                Resolution = route.Resolution,
                Aspect = route.Aspect,
            },
        };
        return JsonSerializer.Serialize(prediction, EvalJson.Default.RouterPrediction);
    }
}
