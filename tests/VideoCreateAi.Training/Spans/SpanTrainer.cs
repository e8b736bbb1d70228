using VideoCreateAi.Studio.Director.Spans;

namespace VideoCreateAi.Training.Spans;

/// <summary>Maximum likelihood of the chains of labels by stochastic descent (AdaGrad), averaged over the second half. The same examples give the same weights.</summary>
internal sealed class SpanTrainer
{
    private const int Labels = SpanModel.Labels;
    private const double Rate = 0.15;
    private const double Shrink = 1e-5;
    private const int Epochs = 14;
    private const int Least = 3;
    private const double Hidden = 0.4;
    private const int Seed = 20_26;

    private readonly Dictionary<uint, int> _rows = [];
    private readonly float[] _weights;
    private readonly float[] _squares;

    private SpanTrainer(IReadOnlyList<SpanExample> examples)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var feature in examples.SelectMany(example => example.Features.SelectMany(word => word.Alone.Concat(Linked(word.Links)))))
        {
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        }

        foreach (var feature in counts.Where(pair => pair.Value >= Least).Select(pair => pair.Key).Order())
        {
            _rows.Add(feature, _rows.Count * Labels);
        }

        _weights = new float[_rows.Count * Labels];
        _squares = new float[_weights.Length];
    }

    public IReadOnlyDictionary<uint, int> Rows => _rows;

    public IReadOnlyList<float> Weights { get; private set; } = [];

    public static SpanTrainer Of(IReadOnlyList<SpanExample> examples)
    {
        var trainer = new SpanTrainer(examples);
        trainer.Train(examples);
        return trainer;
    }

    private static IEnumerable<uint> Linked(uint[] links) => links.SelectMany(link => Enumerable.Range(0, Labels).Select(before => SpanHash.Mix(link, (uint)before)));

    private void Train(IReadOnlyList<SpanExample> examples)
    {
        var known = examples.Select(example => example.Features.Select(word => (
            Alone: word.Alone.Where(_rows.ContainsKey).Select(feature => _rows[feature]).ToArray(),
            Links: Enumerable.Range(0, Labels).Select(before => word.Links.Select(link => SpanHash.Mix(link, (uint)before)).Where(_rows.ContainsKey).Select(feature => _rows[feature]).ToArray()).ToArray())).ToArray()).ToArray();
        var order = Enumerable.Range(0, examples.Count).Where(i => examples[i].Tokens.Count > 0).ToArray();
        var random = new Random(Seed);
        var sums = new double[_weights.Length];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Learn([.. known[i].Select(word => (Thinned(word.Alone, random), word.Links.Select(rows => Thinned(rows, random)).ToArray()))], examples[i].Labels);
            }

            for (var at = 0; epoch >= Epochs / 2 && at < sums.Length; at++)
            {
                sums[at] += _weights[at];
            }
        }

        Weights = [.. sums.Select(sum => (float)(sum / (Epochs - (Epochs / 2))))];
    }

    /// <summary>Each time some of the features are hidden, so that none is relied on alone.</summary>
    private static int[] Thinned(int[] rows, Random random) => [.. rows.Where(_ => random.NextDouble() >= Hidden)];

    private void Learn((int[] Alone, int[][] Links)[] words, SpanLabel[] truth)
    {
        var chain = new SpanChain(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            Add(words[at].Alone, chain.Alone(at));
            for (var before = 0; at > 0 && before < Labels; before++)
            {
                Add(words[at].Links[before], chain.Link(at, before));
            }
        }

        var sum = chain.Sum();
        for (var at = 0; at < words.Length; at++)
        {
            for (var label = 0; label < Labels; label++)
            {
                Move(words[at].Alone, label, chain.Likelihood(at, label, sum) - (truth[at] == (SpanLabel)label ? 1 : 0));
                for (var before = 0; at > 0 && before < Labels; before++)
                {
                    var was = truth[at] == (SpanLabel)label && truth[at - 1] == (SpanLabel)before;
                    Move(words[at].Links[before], label, chain.Likelihood(at, before, label, sum) - (was ? 1 : 0));
                }
            }
        }
    }

    private void Add(int[] rows, Span<float> scores)
    {
        foreach (var row in rows)
        {
            for (var label = 0; label < Labels; label++)
            {
                scores[label] += _weights[row + label];
            }
        }
    }

    // A step gets smaller the more a weight has moved.
    private void Move(int[] rows, int label, double error)
    {
        foreach (var row in rows)
        {
            var slope = error + (Shrink * _weights[row + label]);
            _squares[row + label] += (float)(slope * slope);
            _weights[row + label] -= (float)(Rate * slope / (Math.Sqrt(_squares[row + label]) + 1e-6));
        }
    }
}
