namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>The chain of labels over a message: what each label scores at each word, alone and behind each label before.</summary>
/// <param name="length">In words.</param>
internal sealed class SpanChain(int length)
{
    private const int Labels = SpanModel.Labels;

    private readonly float[] _alone = new float[length * Labels];
    private readonly float[] _links = new float[length * Labels * Labels];
    private readonly double[] _forward = new double[length * Labels];
    private readonly double[] _backward = new double[length * Labels];

    public int Length { get; } = length;

    public Span<float> Alone(int at) => _alone.AsSpan(at * Labels, Labels);

    /// <summary>The row for one label before.</summary>
    public Span<float> Link(int at, int before) => _links.AsSpan(((at * Labels) + before) * Labels, Labels);

    /// <summary>The log of the sum over all chains. Comes before any likelihood.</summary>
    public double Sum()
    {
        Span<double> terms = stackalloc double[Labels];
        for (var at = 0; at < Length; at++)
        {
            for (var label = 0; label < Labels; label++)
            {
                for (var before = 0; before < Labels; before++)
                {
                    terms[before] = at == 0 ? double.NegativeInfinity : _forward[((at - 1) * Labels) + before] + Link(at, before)[label];
                }

                _forward[(at * Labels) + label] = Alone(at)[label] + (at == 0 ? 0 : LogSum(terms));
            }
        }

        for (var at = Length - 2; at >= 0; at--)
        {
            for (var label = 0; label < Labels; label++)
            {
                for (var next = 0; next < Labels; next++)
                {
                    terms[next] = _backward[((at + 1) * Labels) + next] + Alone(at + 1)[next] + Link(at + 1, label)[next];
                }

                _backward[(at * Labels) + label] = LogSum(terms);
            }
        }

        return LogSum(_forward.AsSpan((Length - 1) * Labels, Labels));
    }

    /// <summary>How likely a word has a label, 0 to 1.</summary>
    public double Likelihood(int at, int label, double sum) => Math.Exp(_forward[(at * Labels) + label] + _backward[(at * Labels) + label] - sum);

    /// <summary>How likely a word has a label and the one before it has another.</summary>
    public double Likelihood(int at, int before, int label, double sum) =>
        Math.Exp(_forward[((at - 1) * Labels) + before] + Link(at, before)[label] + Alone(at)[label] + _backward[(at * Labels) + label] - sum);

    /// <summary>The likeliest chain.</summary>
    public SpanLabel[] Best()
    {
        var scores = new float[Length * Labels];
        var from = new int[Length * Labels];
        for (var at = 0; at < Length; at++)
        {
            for (var label = 0; label < Labels; label++)
            {
                var (best, chosen) = (at == 0 ? 0f : float.NegativeInfinity, 0);
                for (var before = 0; at > 0 && before < Labels; before++)
                {
                    var score = scores[((at - 1) * Labels) + before] + Link(at, before)[label];
                    (best, chosen) = score > best ? (score, before) : (best, chosen);
                }

                scores[(at * Labels) + label] = best + Alone(at)[label];
                from[(at * Labels) + label] = chosen;
            }
        }

        var result = new SpanLabel[Length];
        var last = 0;
        for (var label = 1; label < Labels; label++)
        {
            last = scores[((Length - 1) * Labels) + label] > scores[((Length - 1) * Labels) + last] ? label : last;
        }

        for (var at = Length - 1; at >= 0; at--)
        {
            result[at] = (SpanLabel)last;
            last = from[(at * Labels) + last];
        }

        return result;
    }

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        var most = double.NegativeInfinity;
        foreach (var term in terms)
        {
            most = Math.Max(most, term);
        }

        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += Math.Exp(term - most);
        }

        return most + Math.Log(sum);
    }
}
