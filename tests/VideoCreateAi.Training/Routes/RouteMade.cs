using VideoCreateAi.Mcp.Routing.Model;

namespace VideoCreateAi.Training.Routes;

/// <summary>A model, from the messages to the bytes of its file.</summary>
internal static class RouteMade
{
    private const int Epochs = 12;
    private const int Least = 1;
    private const int Most = 155_000;

    public static byte[] Of(IReadOnlyList<RouteExample> examples, string digest)
    {
        var trainer = new Trainer(RouteModel.Labels.Count);
        trainer.Train([.. examples.Select(static example => example.Message)], RoutePairs.Of(examples), Epochs, Least);
        return ModelFile.Of(trainer, RouteModel.Labels, digest, Most);
    }
}
