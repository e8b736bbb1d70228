namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Chance that is the same on every machine and every runtime: System.Random does not promise that.</summary>
internal sealed class SeededRandom
{
    private ulong _state;

    /// <param name="seed">The piece.</param>
    /// <param name="purpose">Each purpose has its own stream, so that a change to one part leaves the others as they were.</param>
    public SeededRandom(long seed, string purpose)
    {
        _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL);
        foreach (var letter in purpose)
        {
            _state = unchecked((_state ^ letter) * 0x100000001B3UL);
            Next();
        }
    }

    /// <summary>0 up to but without 1.</summary>
    public double Double() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 up to but without <paramref name="limit"/>.</summary>
    public int Int(int limit) => (int)(Double() * limit);

    /// <summary>Around 0, mostly within ±1, never beyond ±3.</summary>
    public double Spread() => (Double() + Double() + Double() + Double() + Double() + Double() - 3) * 1.0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Int(choices.Count)];

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
