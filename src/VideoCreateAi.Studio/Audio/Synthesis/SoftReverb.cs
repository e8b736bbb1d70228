namespace VideoCreateAi.Studio.Audio.Synthesis;

/// <summary>A small hall: parallel combs into all-passes, a little different on each side (Schroeder's design).</summary>
internal sealed class SoftReverb
{
    private const float Feedback = 0.8f;

    private const float Damping = 0.35f;

    private static readonly int[] s_combs = [1687, 1601, 2053, 2251];

    private static readonly int[] s_allPasses = [547, 331];

    private readonly float[][] _combs;

    private readonly float[][] _allPasses;

    private readonly float[] _damped = new float[s_combs.Length];

    private long _at;

    /// <param name="spread">Samples by which the lines are longer; another number for each side.</param>
    public SoftReverb(int spread)
    {
        _combs = [.. s_combs.Select(length => new float[length + spread])];
        _allPasses = [.. s_allPasses.Select(length => new float[length + spread])];
    }

    public float Next(float input)
    {
        float sum = 0;
        for (var i = 0; i < _combs.Length; i++)
        {
            var line = _combs[i];
            var place = (int)(_at % line.Length);
            var output = line[place];
            _damped[i] = (output * (1 - Damping)) + (_damped[i] * Damping);
            line[place] = input + (_damped[i] * Feedback);
            sum += output;
        }

        foreach (var line in _allPasses)
        {
            var place = (int)(_at % line.Length);
            var delayed = line[place];
            line[place] = sum + (delayed * 0.5f);
            sum = delayed - sum;
        }

        _at++;
        return sum * 0.25f;
    }
}
