using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>What a picture with transparent parts needs before it stands in the studio.</summary>
internal static class CutOut
{
    private const byte Visible = 12;
    private const double ShadowStrength = 0.34;

    /// <summary>Whether alpha hides anything at all.</summary>
    public static bool IsOpaque(PlanarPicture picture) =>
        !picture.Alpha.AsSpan(0, picture.Width * picture.Height).ContainsAnyInRange((byte)0, (byte)249);

    /// <summary>The part that is not empty; null when that is nearly all.</summary>
    public static FractionRect? Subject(PlanarPicture picture)
    {
        var alpha = picture.AlphaPlane(0);
        var (left, right, top, bottom) = (picture.Width, 0, picture.Height, 0);
        for (var y = 0; y < alpha.Height; y++)
        {
            var first = alpha.Row(y).IndexOfAnyInRange(Visible, (byte)255);
            if (first >= 0)
            {
                left = Math.Min(left, first);
                right = Math.Max(right, alpha.Row(y).LastIndexOfAnyInRange(Visible, (byte)255) + 1);
                top = Math.Min(top, y);
                bottom = y + 1;
            }
        }

        if (right <= left || (right - left) * (double)(bottom - top) > 0.94 * picture.Width * picture.Height)
        {
            return null;
        }

        // One working pixel of air keeps the soft edge.
        var (w, h) = ((double)picture.Width, (double)picture.Height);
        return new FractionRect(
            Math.Max(0, left - 1) / w, Math.Max(0, top - 1) / h,
            (Math.Min(w, right + 1) - Math.Max(0, left - 1)) / w, (Math.Min(h, bottom + 1) - Math.Max(0, top - 1)) / h);
    }

    /// <summary>A part of a part.</summary>
    public static FractionRect Within(FractionRect? outer, FractionRect inner)
    {
        var whole = outer ?? new FractionRect(0, 0, 1, 1);
        return new FractionRect(
            whole.X + inner.X * whole.Width, whole.Y + inner.Y * whole.Height, inner.Width * whole.Width, inner.Height * whole.Height);
    }

    /// <summary>The same with a soft shadow under it.</summary>
    /// <param name="margin">What was added on each side, in pixels.</param>
    public static PlanarPicture WithShadow(PlanarPicture picture, out int margin)
    {
        var reach = Math.Max(4, Math.Max(picture.Width, picture.Height) / 40);
        var drop = reach;
        margin = (4 * reach + 1) & ~1;
        var result = new PlanarPicture(picture.Width + 2 * margin, picture.Height + 2 * margin, hasAlpha: true);
        result.Fill(YuvColor.Black);
        for (var plane = 0; plane < 3; plane++)
        {
            var (from, to) = (picture.Plane(plane), result.Plane(plane));
            var offset = plane == 0 ? margin : margin / 2;
            for (var y = 0; y < from.Height; y++)
            {
                from.Row(y).CopyTo(to.Row(y + offset)[offset..]);
            }
        }

        var shadow = result.AlphaPlane(0);
        shadow.Span.Clear();
        var alpha = picture.AlphaPlane(0);
        for (var y = 0; y < alpha.Height; y++)
        {
            alpha.Row(y).CopyTo(shadow.Row(y + margin + drop)[margin..]);
        }

        for (var pass = 0; pass < 3; pass++)
        {
            BoxBlur.Apply(shadow, reach);
        }

        foreach (ref var value in shadow.Span)
        {
            value = (byte)(value * ShadowStrength);
        }

        for (var y = 0; y < alpha.Height; y++)
        {
            var over = alpha.Row(y);
            var under = shadow.Row(y + margin)[margin..];
            for (var x = 0; x < over.Length; x++)
            {
                under[x] = (byte)(over[x] + (under[x] * (255 - over[x]) + 127) / 255);
            }
        }

        result.DeriveChromaAlpha();
        return result;
    }
}
