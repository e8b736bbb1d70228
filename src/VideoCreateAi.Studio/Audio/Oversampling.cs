using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoCreateAi.Studio.Audio;

/// <summary>The curve through the samples, looked at four times as often as there are samples.</summary>
internal static class Oversampling
{
    /// <summary>Samples that the curve between two of them is reckoned from.</summary>
    public const int Taps = 12;

    /// <summary>How many of them stand before the place that is looked at, its own sample among them.</summary>
    public const int Before = Taps / 2;

    private const int Phases = 4;

    private static readonly float[] s_quarter = Phase(1);

    private static readonly float[] s_half = Phase(2);

    private static readonly float[] s_threeQuarters = Phase(3);

    /// <summary>The highest point of the curve between the two samples in the middle.</summary>
    /// <param name="window">The twelve samples around.</param>
    public static float Between(ReadOnlySpan<float> window)
    {
        ref var first = ref MemoryMarshal.GetReference(window[..Taps]);
        var a = Vector128.LoadUnsafe(ref first);
        var b = Vector128.LoadUnsafe(ref first, 4);
        var c = Vector128.LoadUnsafe(ref first, 8);
        return Math.Max(Math.Max(Value(s_quarter, a, b, c), Value(s_half, a, b, c)), Value(s_threeQuarters, a, b, c));
    }

    private static float Value(float[] taps, Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        ref var first = ref MemoryMarshal.GetArrayDataReference(taps);
        return Math.Abs(Vector128.Sum(
            (a * Vector128.LoadUnsafe(ref first)) + (b * Vector128.LoadUnsafe(ref first, 4)) + (c * Vector128.LoadUnsafe(ref first, 8))));
    }

    // A windowed sinc at the offset of that phase.
    private static float[] Phase(int phase)
    {
        var taps = new double[Taps];
        for (var tap = 0; tap < Taps; tap++)
        {
            var x = tap - Before + 1 - (phase / (double)Phases);
            var window = 0.5 + (0.5 * Math.Cos(Math.PI * x / (Before + 0.5)));
            taps[tap] = Math.Sin(Math.PI * x) / (Math.PI * x) * window;
        }

        var sum = taps.Sum();
        return [.. taps.Select(value => (float)(value / sum))];
    }
}
