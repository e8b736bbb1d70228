using VideoCreateAi.Mcp.Language;

namespace VideoCreateAi.Training;

/// <summary>Logistic regression by stochastic descent, a weight row for every feature. The same examples give the same weights.</summary>
internal sealed class Trainer(int labels)
{
    private const double Rate = 0.1;
    private const double Shrink = 2e-5;
    private const int Seed = 20_27;

    private readonly Dictionary<uint, int> _rows = [];
    private float[] _weights = [];
    private float[] _squares = [];
    private readonly float[] _bias = new float[labels];
    private readonly float[] _biasSquares = new float[labels];

    public IReadOnlyDictionary<uint, int> Rows => _rows;

    public ReadOnlySpan<float> Bias => _bias;

    public ReadOnlySpan<float> RowOf(uint feature) => _weights.AsSpan(_rows[feature] * labels, labels);

    /// <param name="written">What to learn.</param>
    /// <param name="made">What was made of it: to learn as well, but its words are none that are not there already.</param>
    /// <param name="epochs">How often to go over them.</param>
    /// <param name="least">Features of fewer examples are left out.</param>
    public void Train(IReadOnlyList<Example> written, IEnumerable<Example> made, int epochs, int least)
    {
        IReadOnlyList<Example> examples = [.. written, .. made];
        var counts = new Dictionary<uint, int>();
        foreach (var example in written)
        {
            foreach (var feature in example.Features.Distinct())
            {
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
            }
        }

        foreach (var feature in counts.Where(pair => pair.Value >= least).Select(pair => pair.Key).Order())
        {
            _rows.Add(feature, _rows.Count);
        }

        _weights = new float[_rows.Count * labels];
        _squares = new float[_rows.Count * labels];
        var known = examples.Select(example => example.Features.Where(_rows.ContainsKey).Select(feature => _rows[feature]).ToArray()).ToArray();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(Seed);
        var scores = new double[labels];
        var sums = new double[_weights.Length];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Learn(known[i], LinearModel.ValueOf(examples[i].Features.Length), examples[i].Labels, scores);
            }

            // What the last half of the way says on average depends less on the order of the examples.
            for (var at = 0; epoch >= epochs / 2 && at < sums.Length; at++)
            {
                sums[at] += _weights[at];
            }
        }

        for (var at = 0; at < sums.Length; at++)
        {
            _weights[at] = (float)(sums[at] / (epochs - (epochs / 2)));
        }
    }

    public void Score(Example example, Span<float> scores)
    {
        var value = LinearModel.ValueOf(example.Features.Length);
        for (var label = 0; label < labels; label++)
        {
            scores[label] = 0;
        }

        foreach (var feature in example.Features)
        {
            if (_rows.TryGetValue(feature, out var row))
            {
                for (var label = 0; label < labels; label++)
                {
                    scores[label] += _weights[(row * labels) + label];
                }
            }
        }

        for (var label = 0; label < labels; label++)
        {
            scores[label] = (scores[label] * value) + _bias[label];
        }
    }

    private void Learn(int[] features, float value, uint truth, double[] scores)
    {
        Array.Clear(scores);
        foreach (var row in features)
        {
            for (var label = 0; label < labels; label++)
            {
                scores[label] += _weights[(row * labels) + label];
            }
        }

        for (var label = 0; label < labels; label++)
        {
            var odds = (scores[label] * value) + _bias[label];
            var error = (1 / (1 + Math.Exp(-odds))) - (truth >> label & 1);
            Move(ref _bias[label], ref _biasSquares[label], error);
            scores[label] = error * value;
        }

        foreach (var row in features)
        {
            for (var label = 0; label < labels; label++)
            {
                var at = (row * labels) + label;
                Move(ref _weights[at], ref _squares[at], scores[label] + (Shrink * _weights[at]));
            }
        }
    }

    // A step gets smaller the more a weight has moved (AdaGrad).
    private static void Move(ref float weight, ref float squares, double slope)
    {
        squares += (float)(slope * slope);
        weight -= (float)(Rate * slope / (Math.Sqrt(squares) + 1e-6));
    }
}
