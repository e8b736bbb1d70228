namespace VideoCreateAi.Studio.Rendering.Compositing;

/// <summary>Shows the way from one composed frame to the next. One for each worker.</summary>
internal sealed class FrameMixer(LayerPainter painter)
{
    // Part of the width over which a wipe's edge is soft.
    private const double WipeSoftness = 0.08;
    private const double ZoomBy = 0.22;

    private byte[] _ramp = [];

    /// <param name="from">Ends up as the mixed frame.</param>
    /// <param name="progress">0 = all <paramref name="from"/>, 1 = all <paramref name="to"/>.</param>
    public void Mix(string kind, PlanarPicture from, PlanarPicture to, double progress)
    {
        progress = Math.Clamp(progress, 0, 1);
        switch (kind)
        {
            case "fade":
                Dip(from, to, progress);
                break;
            case "wipe":
                Wipe(from, to, Easing.InOut(progress));
                break;
            case "slide":
                Slide(from, to, Easing.InOut(progress));
                break;
            case "zoom":
                Zoom(from, to, progress);
                break;
            default:
                CrossFade(from, to, progress);
                break;
        }
    }

    public static void Fade(PlanarPicture frame, YuvColor color, double strength)
    {
        var k = (int)Math.Round(Math.Clamp(strength, 0, 1) * 255);
        if (k == 0)
        {
            return;
        }

        Span<byte> flat = stackalloc byte[1024];
        for (var plane = 0; plane < 3; plane++)
        {
            flat.Fill(plane == 0 ? color.Y : plane == 1 ? color.U : color.V);
            var rest = frame.Plane(plane).Span;
            while (rest.Length > 0)
            {
                var part = rest[..Math.Min(flat.Length, rest.Length)];
                RowBlend.Over(part, flat, RowBlend.Opaque, RowBlend.Opaque, k, Neutral(plane));
                rest = rest[part.Length..];
            }
        }
    }

    private static void CrossFade(PlanarPicture from, PlanarPicture to, double progress)
    {
        var k = (int)Math.Round(progress * 255);
        for (var plane = 0; plane < 3; plane++)
        {
            var below = from.Plane(plane);
            var over = to.Plane(plane);
            for (var y = 0; y < below.Height; y++)
            {
                RowBlend.Over(below.Row(y), over.Row(y), RowBlend.Opaque, RowBlend.Opaque, k, Neutral(plane));
            }
        }
    }

    // Down to black with the one picture, and up with the other.
    private static void Dip(PlanarPicture from, PlanarPicture to, double progress)
    {
        if (progress >= 0.5)
        {
            from.CopyFrom(to);
        }

        Fade(from, YuvColor.Black, Easing.InOut(1 - Math.Abs(2 * progress - 1)));
    }

    private void Wipe(PlanarPicture from, PlanarPicture to, double progress)
    {
        for (var plane = 0; plane < 3; plane++)
        {
            var below = from.Plane(plane);
            var over = to.Plane(plane);
            var soft = below.Width * WipeSoftness;
            var edge = -soft + progress * (below.Width + 2 * soft);
            if (_ramp.Length < below.Width)
            {
                _ramp = new byte[below.Width];
            }

            for (var x = 0; x < below.Width; x++)
            {
                _ramp[x] = (byte)Math.Round(255 * Easing.InOut(Math.Clamp((edge - x) / soft / 2 + 0.5, 0, 1)));
            }

            for (var y = 0; y < below.Height; y++)
            {
                RowBlend.Over(below.Row(y), over.Row(y), RowBlend.Opaque, _ramp, 255, Neutral(plane));
            }
        }
    }

    private static void Slide(PlanarPicture from, PlanarPicture to, double progress)
    {
        var chromaShift = (int)Math.Round(progress * from.ChromaWidth);
        for (var plane = 0; plane < 3; plane++)
        {
            var below = from.Plane(plane);
            var over = to.Plane(plane);
            var shift = plane == 0 ? chromaShift * 2 : chromaShift;
            for (var y = 0; y < below.Height; y++)
            {
                var row = below.Row(y);
                row[shift..].CopyTo(row);
                over.Row(y)[..shift].CopyTo(row[(row.Length - shift)..]);
            }
        }
    }

    private void Zoom(PlanarPicture from, PlanarPicture to, double progress)
    {
        var whole = new PixelRect(0, 0, from.Width, from.Height);
        var arriving = Affine.Identity.About(from.Width / 2.0, from.Height / 2.0, 1 + ZoomBy * (1 - Easing.InOut(progress)));
        painter.Paint(from, whole, to, arriving, Easing.InOut(progress));
    }

    private static int Neutral(int plane) => plane == 0 ? 16 : 128;
}
