using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Catmull-Rom weights of four neighbouring samples, for every 1024th of the way from one sample to the next:
/// finer than anything that can be seen or, at 8 bits, told apart. Four of them are packed in one number, the first lowest.</summary>
internal static class TapWeights
{
    public const int Bits = 12;
    public const int One = 1 << Bits;

    private const int Phases = 1024;

    private static readonly ulong[] s_packed = [.. Enumerable.Range(0, Phases).Select(phase => Pack((double)phase / Phases))];

    /// <returns>The whole sample at or before the position, and the weights of it, the one before and the two after.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (int Whole, ulong Packed) At(double position)
    {
        var phase = (long)Math.Floor(position * Phases + 0.5);
        return ((int)(phase >> 10), s_packed[phase & (Phases - 1)]);
    }

    /// <summary>The same weights where some taps lie outside of the picture: those count for the sample at its edge.</summary>
    /// <param name="first">Place of the first tap, seen from the first of the four samples that are read.</param>
    /// <param name="lastSample">Place of the picture's last sample, seen from there.</param>
    public static ulong AtEdge(ulong packed, int first, int lastSample)
    {
        Span<short> inside = stackalloc short[4];
        var weights = MemoryMarshal.Cast<ulong, short>(new ReadOnlySpan<ulong>(in packed));
        for (var tap = 0; tap < 4; tap++)
        {
            inside[Math.Clamp(first + tap, 0, Math.Min(lastSample, 3))] += weights[tap];
        }

        return MemoryMarshal.Cast<short, ulong>(inside)[0];
    }

    private static ulong Pack(double f)
    {
        ReadOnlySpan<double> exact =
        [
            ((-0.5 * f + 1) * f - 0.5) * f,
            (1.5 * f - 2.5) * f * f + 1,
            ((-1.5 * f + 2) * f + 0.5) * f,
            (0.5 * f - 0.5) * f * f,
        ];
        Span<short> weights = stackalloc short[4];
        var heaviest = f < 0.5 ? 1 : 2;
        var rest = One;
        for (var tap = 0; tap < 4; tap++)
        {
            weights[tap] = (short)Math.Round(exact[tap] * One);
            rest -= weights[tap];
        }

        weights[heaviest] += (short)rest;
        return MemoryMarshal.Cast<short, ulong>(weights)[0];
    }
}
