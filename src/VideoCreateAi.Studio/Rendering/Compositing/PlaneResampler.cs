using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Samples a plane at sub-pixel positions, first along rows and then along columns.
/// All paths do the same integer arithmetic, so their results are equal bit for bit. Not thread-safe: one for each worker.</summary>
internal sealed class PlaneResampler
{
    // Rows between the passes keep 6 fractional bits: 255·64 plus the kernel's overshoot fits 16 bits.
    private const int RowShift = TapWeights.Bits - 6;
    private const int ColumnShift = TapWeights.Bits + 6;

    private readonly VectorPath _path;
    private readonly int[] _rowInRing = new int[4];
    private short[] _ring = [];
    private int _rowLength;

    public PlaneResampler(VectorPath path = VectorPath.Fastest)
    {
        _path = path == VectorPath.Fastest
            ? Avx2.IsSupported ? VectorPath.Avx2 : Vector128.IsHardwareAccelerated ? VectorPath.Vector128 : VectorPath.Scalar
            : path;
    }

    /// <param name="destination">Room for columns.Length × rows.Length samples from <paramref name="at"/> on, <paramref name="stride"/> apart by row.</param>
    public void Resample(PlaneView source, AxisTable columns, AxisTable rows, Span<byte> destination, int at, int stride)
    {
        _rowLength = columns.Groups * AxisTable.GroupSize;
        // The vertical pass takes 16 samples at a time.
        var padded = (_rowLength + 15) & ~15;
        if (_ring.Length < padded * 4)
        {
            _ring = new short[padded * 4];
        }

        _rowInRing.AsSpan().Fill(-1);
        for (var y = 0; y < rows.Length; y++)
        {
            var first = rows.Base[y];
            for (var row = first; row < first + 4; row++)
            {
                if (_rowInRing[row & 3] != row)
                {
                    FilterRow(source, row, columns, _ring.AsSpan((row & 3) * padded, padded));
                    _rowInRing[row & 3] = row;
                }
            }

            FilterColumns(
                _ring.AsSpan((first & 3) * padded, padded),
                _ring.AsSpan(((first + 1) & 3) * padded, padded),
                _ring.AsSpan(((first + 2) & 3) * padded, padded),
                _ring.AsSpan(((first + 3) & 3) * padded, padded),
                rows.Weights.Slice(y * 4, 4),
                destination.Slice(at + y * stride, columns.Length));
        }
    }

    private void FilterRow(PlaneView source, int row, AxisTable columns, Span<short> result)
    {
        ReadOnlySpan<byte> samples = source.Buffer.AsSpan(source.Offset + row * source.Width);
        if (!columns.FitsVectors || _path == VectorPath.Scalar)
        {
            FilterRowScalar(samples, columns, result);
        }
        else if (_path == VectorPath.Avx2)
        {
            FilterRowAvx2(samples, columns, result);
        }
        else
        {
            FilterRowVector128(samples, columns, result);
        }
    }

    private static void FilterRowScalar(ReadOnlySpan<byte> samples, AxisTable columns, Span<short> result)
    {
        var weights = columns.Weights;
        for (var x = 0; x < columns.Length; x++)
        {
            var taps = samples.Slice(columns.Base[x], 4);
            var w = weights.Slice(x * 4, 4);
            var sum = taps[0] * w[0] + taps[1] * w[1] + taps[2] * w[2] + taps[3] * w[3];
            result[x] = (short)((sum + (1 << (RowShift - 1))) >> RowShift);
        }
    }

    // Groups load 16 bytes from their start: the pictures' padding makes the last ones safe. Two groups at a time, one in each half.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FilterRowAvx2(ReadOnlySpan<byte> samples, AxisTable columns, Span<short> result)
    {
        ref var source = ref MemoryMarshal.GetReference(samples);
        ref var target = ref MemoryMarshal.GetReference(result);
        ref var shuffleFirst = ref MemoryMarshal.GetReference(columns.ShuffleFirst);
        ref var shuffleLast = ref MemoryMarshal.GetReference(columns.ShuffleLast);
        ref var weightsFirst = ref MemoryMarshal.GetReference(columns.WeightsFirst);
        ref var weightsLast = ref MemoryMarshal.GetReference(columns.WeightsLast);
        ref var starts = ref MemoryMarshal.GetReference(columns.GroupStart);
        var rounding = Vector256.Create(1 << (RowShift - 1));
        var zero = Vector256<byte>.Zero;
        for (var group = 0; group < columns.Groups; group += 2)
        {
            var window = Vector256.Create(
                Vector128.LoadUnsafe(ref source, (nuint)Unsafe.Add(ref starts, group)),
                Vector128.LoadUnsafe(ref source, (nuint)Unsafe.Add(ref starts, group + 1)));
            var pair = (nuint)(group * AxisTable.GroupSize * 2);
            var first = Avx2.Shuffle(window, Vector256.LoadUnsafe(ref shuffleFirst, pair));
            var last = Avx2.Shuffle(window, Vector256.LoadUnsafe(ref shuffleLast, pair));
            // The lower four samples of both groups, and the upper four: unpacking works within the halves, and so does packing.
            var low = Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(first, zero).AsInt16(), Vector256.LoadUnsafe(ref weightsFirst, pair))
                + Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(last, zero).AsInt16(), Vector256.LoadUnsafe(ref weightsLast, pair));
            var high = Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(first, zero).AsInt16(), Vector256.LoadUnsafe(ref weightsFirst, pair + 16))
                + Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(last, zero).AsInt16(), Vector256.LoadUnsafe(ref weightsLast, pair + 16));
            Avx2.PackSignedSaturate((low + rounding) >> RowShift, (high + rounding) >> RowShift)
                .StoreUnsafe(ref target, (nuint)(group * AxisTable.GroupSize));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FilterRowVector128(ReadOnlySpan<byte> samples, AxisTable columns, Span<short> result)
    {
        ref var source = ref MemoryMarshal.GetReference(samples);
        ref var target = ref MemoryMarshal.GetReference(result);
        ref var shuffleFirst = ref MemoryMarshal.GetReference(columns.ShuffleFirst);
        ref var shuffleLast = ref MemoryMarshal.GetReference(columns.ShuffleLast);
        ref var weightsFirst = ref MemoryMarshal.GetReference(columns.WeightsFirst);
        ref var weightsLast = ref MemoryMarshal.GetReference(columns.WeightsLast);
        var rounding = Vector128.Create(1 << (RowShift - 1));
        for (var group = 0; group < columns.Groups; group++)
        {
            var window = Vector128.LoadUnsafe(ref source, (nuint)columns.GroupStart[group]);
            var pair = (nuint)(group * AxisTable.GroupSize * 2);
            var first = Vector128.Shuffle(window, Vector128.LoadUnsafe(ref shuffleFirst, pair));
            var last = Vector128.Shuffle(window, Vector128.LoadUnsafe(ref shuffleLast, pair));
            var weights = (nuint)((group >> 1) * AxisTable.GroupSize * 4 + (group & 1) * AxisTable.GroupSize);
            var left = SumTaps(Vector128.WidenLower(first), Vector128.WidenLower(last), ref weightsFirst, ref weightsLast, weights);
            var right = SumTaps(Vector128.WidenUpper(first), Vector128.WidenUpper(last), ref weightsFirst, ref weightsLast, weights + 16);
            Vector128.Narrow((left + rounding) >> RowShift, (right + rounding) >> RowShift)
                .StoreUnsafe(ref target, (nuint)(group * AxisTable.GroupSize));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> SumTaps(
        Vector128<ushort> first, Vector128<ushort> last, ref short weightsFirst, ref short weightsLast, nuint at)
    {
        // Pairs of 16-bit values seen as 32 bits: the even one is the low half.
        var w01 = Vector128.LoadUnsafe(ref weightsFirst, at).AsInt32();
        var w23 = Vector128.LoadUnsafe(ref weightsLast, at).AsInt32();
        var p01 = first.AsInt32();
        var p23 = last.AsInt32();
        return Low(p01) * Low(w01) + (p01 >> 16) * (w01 >> 16) + Low(p23) * Low(w23) + (p23 >> 16) * (w23 >> 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Low(Vector128<int> pairs) => (pairs << 16) >> 16;

    private void FilterColumns(
        ReadOnlySpan<short> r0, ReadOnlySpan<short> r1, ReadOnlySpan<short> r2, ReadOnlySpan<short> r3,
        ReadOnlySpan<short> weights, Span<byte> result)
    {
        var done = _path switch
        {
            VectorPath.Avx2 => FilterColumnsAvx2(r0, r1, r2, r3, weights, result),
            VectorPath.Vector128 => FilterColumnsVector128(r0, r1, r2, r3, weights, result),
            _ => 0,
        };
        for (var x = done; x < result.Length; x++)
        {
            var sum = r0[x] * weights[0] + r1[x] * weights[1] + r2[x] * weights[2] + r3[x] * weights[3];
            result[x] = (byte)Math.Clamp((sum + (1 << (ColumnShift - 1))) >> ColumnShift, 0, 255);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FilterColumnsAvx2(
        ReadOnlySpan<short> r0, ReadOnlySpan<short> r1, ReadOnlySpan<short> r2, ReadOnlySpan<short> r3,
        ReadOnlySpan<short> weights, Span<byte> result)
    {
        ref var a = ref MemoryMarshal.GetReference(r0);
        ref var b = ref MemoryMarshal.GetReference(r1);
        ref var c = ref MemoryMarshal.GetReference(r2);
        ref var d = ref MemoryMarshal.GetReference(r3);
        ref var target = ref MemoryMarshal.GetReference(result);
        var w01 = Vector256.Create((ushort)weights[0] | (weights[1] << 16)).AsInt16();
        var w23 = Vector256.Create((ushort)weights[2] | (weights[3] << 16)).AsInt16();
        var rounding = Vector256.Create(1 << (ColumnShift - 1));
        var x = 0;
        while (x <= result.Length - 16)
        {
            var va = Vector256.LoadUnsafe(ref a, (nuint)x);
            var vb = Vector256.LoadUnsafe(ref b, (nuint)x);
            var vc = Vector256.LoadUnsafe(ref c, (nuint)x);
            var vd = Vector256.LoadUnsafe(ref d, (nuint)x);
            var low = Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(va, vb), w01) + Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(vc, vd), w23);
            var high = Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(va, vb), w01) + Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(vc, vd), w23);
            var packed = Avx2.PackSignedSaturate((low + rounding) >> ColumnShift, (high + rounding) >> ColumnShift);
            Sse2.PackUnsignedSaturate(packed.GetLower(), packed.GetUpper()).StoreUnsafe(ref target, (nuint)x);
            x = Next(x, 16, result.Length);
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FilterColumnsVector128(
        ReadOnlySpan<short> r0, ReadOnlySpan<short> r1, ReadOnlySpan<short> r2, ReadOnlySpan<short> r3,
        ReadOnlySpan<short> weights, Span<byte> result)
    {
        var x = 0;
        while (x <= result.Length - 8)
        {
            var low = Vector128.Create(1 << (ColumnShift - 1));
            var high = low;
            AddRow(r0, x, weights[0], ref low, ref high);
            AddRow(r1, x, weights[1], ref low, ref high);
            AddRow(r2, x, weights[2], ref low, ref high);
            AddRow(r3, x, weights[3], ref low, ref high);
            var limit = Vector128.Create(255);
            low = Vector128.Clamp(low >> ColumnShift, Vector128<int>.Zero, limit);
            high = Vector128.Clamp(high >> ColumnShift, Vector128<int>.Zero, limit);
            var shorts = Vector128.Narrow(low, high).AsUInt16();
            Vector128.Narrow(shorts, shorts).GetLower().StoreUnsafe(ref result[x]);
            x = Next(x, 8, result.Length);
        }

        return x;
    }

    // The last step may take samples again that were done before, so that none is left over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(int x, int step, int length) => x + step < length ? Math.Min(x + step, length - step) : length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ReadOnlySpan<short> row, int x, int weight, ref Vector128<int> low, ref Vector128<int> high)
    {
        var (l, h) = Vector128.Widen(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)x));
        low += l * weight;
        high += h * weight;
    }
}
