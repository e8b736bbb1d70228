using System.Security.Cryptography;
using System.Text;
using VideoCreateAi.Studio.Director.Spans;
using VideoCreateAi.UnitTests.Layout;

namespace VideoCreateAi.UnitTests.Studio.Director.Spans;

public sealed class SpanModelTests
{
    [Fact]
    public void The_model_was_made_of_the_messages_that_are_checked_in()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests/VideoCreateAi.Training/Data/Spans"), "*.txt").Order(StringComparer.Ordinal);
        foreach (var line in files.SelectMany(File.ReadLines))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        }

        Assert.Equal(Convert.ToHexStringLower(hash.GetHashAndReset()), SpanModel.Shipped.Digest);
    }

    [Fact]
    public void The_file_stays_small()
    {
        using var stream = typeof(SpanModel).Assembly.GetManifestResourceStream("Director.Spans.spans.model")!;

        Assert.InRange(stream.Length, 500_000, 2_000_000);
    }

    [Fact]
    public void What_is_no_model_is_refused() => Assert.Throws<InvalidDataException>(() => SpanModel.Read(new byte[64]));

    [Fact]
    public void The_likelihoods_of_a_word_add_up_and_the_best_chain_is_the_likeliest()
    {
        var chain = new SpanChain(3);
        chain.Alone(0)[(int)SpanLabel.ContentBegin] = 2;
        chain.Alone(1)[(int)SpanLabel.Remark] = 1;
        chain.Link(1, (int)SpanLabel.ContentBegin)[(int)SpanLabel.ContentInside] = 3;
        chain.Alone(2)[(int)SpanLabel.Wish] = 2;

        var sum = chain.Sum();

        for (var word = 0; word < chain.Length; word++)
        {
            Assert.Equal(1, Enumerable.Range(0, SpanModel.Labels).Sum(label => chain.Likelihood(word, label, sum)), 6);
        }

        Assert.Equal([SpanLabel.ContentBegin, SpanLabel.ContentInside, SpanLabel.Wish], chain.Best());
    }
}
