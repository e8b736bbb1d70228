using System.Text.Json;

namespace VideoCreateAi.Evals;

/// <summary>Conversations with a studio, each in a project of its own: files in, message after message, and what stands on the timeline then.</summary>
internal sealed class DirectorSet : IEvalSet
{
    private readonly StudioTalk _studio = new();
    private readonly SyntheticMedia _media = new();

    // Uploads are judged by programs of their own; a few more than processors keep those busy.
    public int AtOnce => Environment.ProcessorCount + 2;

    public Task BeginAsync(CancellationToken cancellationToken) => _studio.StartAsync(cancellationToken);

    public async Task<string> PredictAsync(string line, CancellationToken cancellationToken)
    {
        var item = JsonSerializer.Deserialize(line, EvalJson.Default.DirectorItem)!;
        var session = await _studio.NewSessionAsync(cancellationToken);
        foreach (var asset in item.Assets)
        {
            await _studio.UploadAsync(session, asset.Name, await _media.FileAsync(asset, cancellationToken), cancellationToken);
        }

        foreach (var message in item.History)
        {
            await _studio.SayAsync(session, message, cancellationToken);
        }

        var before = await _studio.DraftAsync(session, cancellationToken);
        var reply = await _studio.SayAsync(session, item.Text, cancellationToken);
        var prediction = new DirectorPrediction
        {
            Id = item.Id,
            Before = before,
            Draft = await _studio.DraftAsync(session, cancellationToken),
            Reply = reply,
        };
        return JsonSerializer.Serialize(prediction, EvalJson.Default.DirectorPrediction);
    }

    public async ValueTask DisposeAsync()
    {
        await _studio.DisposeAsync();
        _media.Dispose();
    }
}
