using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Shows a drawn text letter by letter. Nothing is drawn anew, so nothing moves.</summary>
internal sealed class TextReveal
{
    // Over so many letters the edge between shown and hidden is soft.
    private const float Softness = 1.5f;

    private readonly TextSprite _letters;
    private readonly List<Line> _lines = [];

    /// <param name="letters">Its glyphs have cells.</param>
    public TextReveal(TextSprite letters)
    {
        _letters = letters;
        Count = letters.Glyphs.Cells.Count;
        var (dx, dy) = (letters.GlyphX - letters.X, letters.GlyphY - letters.Y);
        var numbered = letters.Glyphs.Cells.Select((cell, number) => (cell, number)).GroupBy(pair => pair.cell.Line).OrderBy(line => line.Key).ToList();
        for (var i = 0; i < numbered.Count; i++)
        {
            // A line's band reaches half of the way to its neighbours.
            var bottom = i + 1 < numbered.Count
                ? (int)Math.Round((numbered[i].Max(pair => pair.cell.Bottom) + numbered[i + 1].Min(pair => pair.cell.Y)) / 2) + dy
                : letters.Picture.Height;
            _lines.Add(new Line(Math.Clamp(bottom, 0, letters.Picture.Height), Order([.. numbered[i]], dx, letters.Picture.Width)));
        }
    }

    /// <summary>How many letters there are.</summary>
    public int Count { get; }

    /// <summary>When all is shown.</summary>
    public double End => Count + Softness;

    /// <param name="front">How many letters have come, and the part of the next one.</param>
    public PlanarPicture At(double front)
    {
        var picture = _letters.Picture;
        if (front >= End)
        {
            return picture;
        }

        var shown = new PlanarPicture(picture.Width, picture.Height, hasAlpha: true);
        var masks = _lines.Select(line => Mask(line.Order, (float)front)).ToList();
        var (luma, alpha) = (shown.Plane(0), shown.AlphaPlane(0));
        for (var (y, line) = (0, 0); y < picture.Height; y++)
        {
            line = LineAt(line, y);
            Cover(picture.Plane(0).Row(y), luma.Row(y), masks[line], 16);
            Cover(picture.AlphaPlane(0).Row(y), alpha.Row(y), masks[line], 0);
        }

        var halves = masks.Select(Halved).ToList();
        for (var (y, line) = (0, 0); y < picture.ChromaHeight; y++)
        {
            line = LineAt(line, 2 * y);
            Cover(picture.Plane(1).Row(y), shown.Plane(1).Row(y), halves[line], 128);
            Cover(picture.Plane(2).Row(y), shown.Plane(2).Row(y), halves[line], 128);
            Cover(picture.AlphaPlane(1).Row(y), shown.AlphaPlane(1).Row(y), halves[line], 0);
        }

        return shown;
    }

    private int LineAt(int line, int y)
    {
        while (line + 1 < _lines.Count && y >= _lines[line].Bottom)
        {
            line++;
        }

        return line;
    }

    private static void Cover(ReadOnlySpan<byte> from, Span<byte> to, byte[] mask, int neutral)
    {
        to.Fill((byte)neutral);
        RowBlend.Over(to, from, RowBlend.Opaque, mask, 255, neutral);
    }

    private static byte[] Mask(float[] order, float front)
    {
        var mask = new byte[order.Length];
        for (var x = 0; x < order.Length; x++)
        {
            var t = Math.Clamp((front - order[x]) / Softness, 0, 1);
            mask[x] = (byte)(t * t * (3 - 2 * t) * 255 + 0.5f);
        }

        return mask;
    }

    private static byte[] Halved(byte[] mask)
    {
        var half = new byte[mask.Length / 2];
        for (var x = 0; x < half.Length; x++)
        {
            half[x] = (byte)((mask[2 * x] + mask[2 * x + 1] + 1) / 2);
        }

        return half;
    }

    /// <summary>For each column of a line when it comes, in letters: each letter comes from the side where reading begins.</summary>
    private static float[] Order((TextCell Cell, int Number)[] cells, int dx, int width)
    {
        var order = new float[width];
        var byPlace = cells.Where(one => one.Cell.Width > 0).OrderBy(one => one.Cell.X).ToList();
        if (byPlace.Count == 0)
        {
            return order;
        }

        var at = 0;
        for (var x = 0; x < width; x++)
        {
            var center = x + 0.5f - dx;
            while (at + 1 < byPlace.Count && center >= byPlace[at + 1].Cell.X)
            {
                at++;
            }

            var (cell, number) = byPlace[at];
            var share = Math.Clamp((center - cell.X) / cell.Width, 0, 1);
            order[x] = number + (cell.IsRightToLeft ? 1 - share : share);
        }

        return order;
    }

    /// <param name="Bottom">The first row that is no longer its own.</param>
    private sealed record Line(int Bottom, float[] Order);
}
