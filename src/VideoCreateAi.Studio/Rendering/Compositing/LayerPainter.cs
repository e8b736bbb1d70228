namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Paints pictures at sub-pixel places onto a frame. Holds its scratch memory: one for each worker.</summary>
internal sealed class LayerPainter(VectorPath path = VectorPath.Fastest)
{
    private const double Fuzz = 1e-6;

    private readonly PlaneResampler _resampler = new(path);
    private readonly AxisTable[] _columns = [new(), new()];
    private readonly AxisTable[] _rows = [new(), new()];
    private byte[] _samples = [];
    private byte[] _alpha = [];
    private byte[] _columnCoverage = [];

    /// <param name="viewport">The part of the target to paint on; nothing is painted outside.</param>
    /// <param name="place">Where the layer lies, seen from the viewport's corner.</param>
    /// <param name="opacity">0 to 1.</param>
    public void Paint(PlanarPicture target, PixelRect viewport, PlanarPicture layer, Affine place, double opacity = 1)
    {
        var strength = (int)Math.Round(Math.Clamp(opacity, 0, 1) * 255);
        if (strength == 0)
        {
            return;
        }

        for (var plane = 0; plane < 3; plane++)
        {
            var chroma = plane > 0;
            var half = chroma ? 2.0 : 1.0;
            var x = Reach(place.X / half, place.Scale * layer.Width / half, viewport.Width / (chroma ? 2 : 1));
            var y = Reach(place.Y / half, place.Scale * layer.Height / half, viewport.Height / (chroma ? 2 : 1));
            if (x.Count <= 0 || y.Count <= 0)
            {
                continue;
            }

            PaintPlane(target, viewport, layer, place, plane, x, y, strength);
        }
    }

    private void PaintPlane(
        PlanarPicture target, PixelRect viewport, PlanarPicture layer, Affine place, int plane, Span1D x, Span1D y, int strength)
    {
        var chroma = plane > 0;
        var shrink = chroma ? 2 : 1;
        var source = layer.Plane(plane);
        var goal = target.Plane(plane);
        var left = viewport.X / shrink + x.First;
        var top = viewport.Y / shrink + y.First;
        var opaque = layer.Alpha is null && strength == 255 && x.IsWhole && y.IsWhole;
        var copies = IsWholeShift(place);
        var (columns, rows) = (_columns[chroma ? 1 : 0], _rows[chroma ? 1 : 0]);
        if (!copies)
        {
            var step = 1 / place.Scale;
            columns.Build(ColumnOrigin(place, chroma) + step * x.First, step, source.Width, x.Count);
            rows.Build(RowOrigin(place, chroma) + step * y.First, step, source.Height, y.Count);
            if (opaque)
            {
                _resampler.Resample(source, columns, rows, goal.Span, top * goal.Width + left, goal.Width);
                return;
            }

            Grow(ref _samples, x.Count * y.Count);
            _resampler.Resample(source, columns, rows, _samples, 0, x.Count);
            if (layer.Alpha is not null)
            {
                Grow(ref _alpha, x.Count * y.Count);
                _resampler.Resample(layer.AlphaPlane(plane), columns, rows, _alpha, 0, x.Count);
            }
        }

        Grow(ref _columnCoverage, x.Count);
        x.FillCoverage(_columnCoverage);
        var shiftX = x.First - (int)Math.Round(place.X) / shrink;
        var shiftY = y.First - (int)Math.Round(place.Y) / shrink;
        for (var row = 0; row < y.Count; row++)
        {
            ReadOnlySpan<byte> samples = copies
                ? source.Row(row + shiftY).Slice(shiftX, x.Count)
                : _samples.AsSpan(row * x.Count, x.Count);
            var below = goal.Row(top + row).Slice(left, x.Count);
            if (opaque)
            {
                samples.CopyTo(below);
                continue;
            }

            var alpha = layer.Alpha is null ? RowBlend.Opaque
                : copies ? layer.AlphaPlane(plane).Row(row + shiftY).Slice(shiftX, x.Count)
                : _alpha.AsSpan(row * x.Count, x.Count);
            var rowStrength = (strength * y.Coverage(row) + 127) / 255;
            RowBlend.Over(below, samples, alpha, _columnCoverage, rowStrength, chroma ? 128 : 16);
        }
    }

    // Chroma lies on the even columns and between the rows (MPEG-2 siting), in the layer and in the frame alike.
    private static double ColumnOrigin(Affine place, bool chroma)
    {
        var luma = (0.5 - place.X) / place.Scale - 0.5;
        return chroma ? luma / 2 : luma;
    }

    private static double RowOrigin(Affine place, bool chroma) => chroma
        ? ((1 - place.Y) / place.Scale - 1) / 2
        : (0.5 - place.Y) / place.Scale - 0.5;

    private static bool IsWholeShift(Affine place) =>
        Math.Abs(place.Scale - 1) < 1e-9 && IsEven(place.X) && IsEven(place.Y);

    private static bool IsEven(double value) => Math.Abs(value / 2 - Math.Round(value / 2)) < 1e-7;

    private static Span1D Reach(double start, double length, int limit)
    {
        var first = Math.Clamp((int)Math.Floor(start + Fuzz), 0, limit);
        var end = Math.Clamp((int)Math.Ceiling(start + length - Fuzz), 0, limit);
        return new Span1D(first, end - first, start, start + length);
    }

    private static void Grow(ref byte[] buffer, int length)
    {
        if (buffer.Length < length + PlanarPicture.Padding)
        {
            buffer = GC.AllocateUninitializedArray<byte>(length + PlanarPicture.Padding);
        }
    }

    /// <summary>The samples of one axis that a layer touches, and where its edges lie between them.</summary>
    private readonly record struct Span1D(int First, int Count, double Start, double End)
    {
        public bool IsWhole => Start <= First + Fuzz && End >= First + Count - Fuzz;

        public int Coverage(int index)
        {
            var from = Math.Max(First + index, Start);
            var to = Math.Min(First + index + 1, End);
            return (int)Math.Round(Math.Clamp(to - from, 0, 1) * 255);
        }

        public void FillCoverage(Span<byte> coverage)
        {
            coverage[..Count].Fill(255);
            coverage[0] = (byte)Coverage(0);
            coverage[Count - 1] = (byte)Math.Min(coverage[Count - 1], Coverage(Count - 1));
        }
    }
}
