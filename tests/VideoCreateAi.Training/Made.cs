using VideoCreateAi.Mcp.Translation.Model;

namespace VideoCreateAi.Training;

/// <summary>A model, from the sentences to the bytes of its file.</summary>
internal static class Made
{
    private const int Epochs = 16;
    private const int Least = 2;
    private const int Most = 66_000;

    public static byte[] Of(IReadOnlyList<Example> examples, string digest)
    {
        var trainer = new Trainer(GuiModel.Labels.Count);
        trainer.Train(examples, TrainingData.Pairs(examples), Epochs, Least);
        return ModelFile.Of(trainer, GuiModel.Labels, digest, Most);
    }
}
