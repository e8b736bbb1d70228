using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Mcp.Language;
using VideoCreateAi.Mcp.Translation.Model;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Mcp.Translation;

public sealed class GuiModelTests
{
    [Fact]
    public void The_model_was_made_of_the_data_that_are_checked_in()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/VideoCreateAi.Training/Data"))
            .Where(static file => Path.GetExtension(file) is ".tsv" or ".grammar").Order(StringComparer.Ordinal);
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        Assert.Equal(Convert.ToHexStringLower(hash.GetHashAndReset()), GuiModel.Shared.Digest);
    }

    [Theory]
    [InlineData("The label maker in the corner writes the finished reel to your disk, just give it a push.", "content")]
    [InlineData("", "content")]
    public void A_sentence_gets_the_same_scores_every_time(string sentence, string other)
    {
        Span<float> first = stackalloc float[GuiModel.Labels.Count];
        Span<float> again = stackalloc float[GuiModel.Labels.Count];

        Score(sentence, first);
        Score(other, again);
        Score(sentence, again);

        Assert.Equal(first.ToArray(), again.ToArray());
    }

    [Fact]
    public void The_file_stays_small()
    {
        using var stream = typeof(LinearModel).Assembly.GetManifestResourceStream("Translation.Model.gui.model")!;

        Assert.InRange(stream.Length, 100_000, 620_000);
    }

    [Fact]
    public void What_is_no_model_is_refused()
        => Assert.Throws<InvalidDataException>(static () => LinearModel.Read("something else"u8));

    private static void Score(string text, Span<float> scores)
    {
        var features = new FeatureBuffer();
        TextFeatures.Add(text, [], ref features);
        LinearModel.Load("Translation.Model.gui.model").Score(features.Items, scores);
        features.Dispose();
    }
}
