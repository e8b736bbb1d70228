namespace VideoCreateAi.Simulation;

/// <summary>Chance that comes out the same for the same seed, on every machine and runtime (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int end) => (int)(Next() % (ulong)end);

    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    /// <summary>In whole milliseconds.</summary>
    public TimeSpan Between(double leastSeconds, double mostSeconds) =>
        TimeSpan.FromMilliseconds((leastSeconds * 1000) + (Next() % (ulong)Math.Max(1, (mostSeconds - leastSeconds) * 1000)));

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[Below(values.Length)];
}
