using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Lays one row of samples over another. All arithmetic fits 16 bits without sign.</summary>
internal static class RowBlend
{
    private static readonly byte[] s_opaque = CreateOpaque();

    /// <summary>A row of 255: no alpha, full coverage.</summary>
    public static ReadOnlySpan<byte> Opaque => s_opaque;

    /// <param name="below">Changed in place.</param>
    /// <param name="over">Premultiplied around <paramref name="neutral"/>.</param>
    /// <param name="alpha">Alpha of <paramref name="over"/>.</param>
    /// <param name="coverage">How much of each sample the picture covers.</param>
    /// <param name="strength">For the whole row, 0 to 255.</param>
    /// <param name="neutral">16 for luma, 128 for chroma.</param>
    /// <param name="path">All give the same samples.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over(
        Span<byte> below, ReadOnlySpan<byte> over, ReadOnlySpan<byte> alpha, ReadOnlySpan<byte> coverage, int strength, int neutral,
        VectorPath path = VectorPath.Fastest)
    {
        var length = below.Length;
        over = over[..length];
        alpha = alpha[..length];
        coverage = coverage[..length];
        ref var b = ref MemoryMarshal.GetReference(below);
        ref var o = ref MemoryMarshal.GetReference(over);
        ref var a = ref MemoryMarshal.GetReference(alpha);
        ref var c = ref MemoryMarshal.GetReference(coverage);
        var x = 0;
        if (path is VectorPath.Avx2 || (path is VectorPath.Fastest && Vector256.IsHardwareAccelerated))
        {
            var s = Vector256.Create((ushort)strength);
            var n = Vector256.Create((ushort)neutral);
            for (; x <= length - 32; x += 32)
            {
                var (b0, b1) = Vector256.Widen(Vector256.LoadUnsafe(ref b, (nuint)x));
                var (o0, o1) = Vector256.Widen(Vector256.LoadUnsafe(ref o, (nuint)x));
                var (a0, a1) = Vector256.Widen(Vector256.LoadUnsafe(ref a, (nuint)x));
                var (c0, c1) = Vector256.Widen(Vector256.LoadUnsafe(ref c, (nuint)x));
                Vector256.Narrow(Blend(b0, o0, a0, c0, s, n), Blend(b1, o1, a1, c1, s, n)).StoreUnsafe(ref b, (nuint)x);
            }
        }

        // For machines without the wider ones, and for what those leave.
        if (path is VectorPath.Vector128 || (path is VectorPath.Fastest && Vector128.IsHardwareAccelerated))
        {
            var s = Vector128.Create((ushort)strength);
            var n = Vector128.Create((ushort)neutral);
            for (; x <= length - 16; x += 16)
            {
                var (b0, b1) = Vector128.Widen(Vector128.LoadUnsafe(ref b, (nuint)x));
                var (o0, o1) = Vector128.Widen(Vector128.LoadUnsafe(ref o, (nuint)x));
                var (a0, a1) = Vector128.Widen(Vector128.LoadUnsafe(ref a, (nuint)x));
                var (c0, c1) = Vector128.Widen(Vector128.LoadUnsafe(ref c, (nuint)x));
                Vector128.Narrow(Blend(b0, o0, a0, c0, s, n), Blend(b1, o1, a1, c1, s, n)).StoreUnsafe(ref b, (nuint)x);
            }
        }

        for (; x < length; x++)
        {
            var k = Divide(coverage[x] * strength);
            var through = 255 - Divide(alpha[x] * k);
            var sum = Divide(over[x] * k) + Divide(neutral * (255 - k)) + Divide(below[x] * through) - Divide(neutral * through);
            below[x] = (byte)Math.Clamp(sum, 0, 255);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Blend(
        Vector256<ushort> below, Vector256<ushort> over, Vector256<ushort> alpha, Vector256<ushort> coverage,
        Vector256<ushort> strength, Vector256<ushort> neutral)
    {
        var full = Vector256.Create((ushort)255);
        var k = Divide(coverage * strength);
        var through = full - Divide(alpha * k);
        var sum = Divide(over * k) + Divide(neutral * (full - k)) + Divide(below * through);
        var less = Divide(neutral * through);
        // Unsigned: what would fall below 0 stays at 0.
        return Vector256.Min(Vector256.Max(sum, less) - less, full);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Divide(Vector256<ushort> value)
    {
        var biased = value + Vector256.Create((ushort)128);
        return (biased + (biased >> 8)) >> 8;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Blend(
        Vector128<ushort> below, Vector128<ushort> over, Vector128<ushort> alpha, Vector128<ushort> coverage,
        Vector128<ushort> strength, Vector128<ushort> neutral)
    {
        var full = Vector128.Create((ushort)255);
        var k = Divide(coverage * strength);
        var through = full - Divide(alpha * k);
        var sum = Divide(over * k) + Divide(neutral * (full - k)) + Divide(below * through);
        var less = Divide(neutral * through);
        return Vector128.Min(Vector128.Max(sum, less) - less, full);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Divide(Vector128<ushort> value)
    {
        var biased = value + Vector128.Create((ushort)128);
        return (biased + (biased >> 8)) >> 8;
    }

    // Exact rounding division by 255 for products of two bytes.
    private static int Divide(int value) => (value + 128 + ((value + 128) >> 8)) >> 8;

    private static byte[] CreateOpaque()
    {
        var row = new byte[16384];
        row.AsSpan().Fill(255);
        return row;
    }
}
