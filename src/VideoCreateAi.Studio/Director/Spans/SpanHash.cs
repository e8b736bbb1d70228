namespace VideoCreateAi.Studio.Director.Spans;

/// <summary>One number for a feature. The same on every machine and in every run.</summary>
internal static class SpanHash
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Basis;
        foreach (var sign in text)
        {
            hash = (hash ^ sign) * Prime;
        }

        return hash;
    }

    /// <summary>Of two in this order.</summary>
    public static uint Mix(uint first, uint second)
    {
        var hash = (first ^ 0x9E3779B9) * 0x85EBCA6B;
        hash ^= hash >> 13;
        hash = (hash + second) * 0xC2B2AE35;
        hash ^= hash >> 16;
        hash *= 0x27D4EB2F;
        return hash ^ (hash >> 15);
    }
}
