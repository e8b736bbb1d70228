using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Where the soft shade under a title is strong and how it fades: without a border, a corner or an edge that could be seen as a shape.</summary>
internal sealed class ScrimShape
{
    /// <summary>What is left of it at the corners of the block.</summary>
    public const double AtCorners = 0.85;

    // Of the canvas, beyond the block; of the font size at least.
    private const double WideX = 0.32;
    private const double WideY = 0.18;
    private const double LeastOfSize = 1.4;
    private const double Steepness = 1.2;

    // Around a title in the middle all of the picture is dimmed by so much of it: alone a spot would be seen as one.
    private const double Floor = 0.5;

    private const int Cell = 8;

    private readonly Dictionary<int, float[]> _nodes = [];
    private readonly double[] _across;
    private readonly double[] _down;
    private readonly double _floor;

    /// <param name="left">Of the block of letters, and so the others.</param>
    public ScrimShape(TextLayout layout, Canvas canvas, double left, double top, int width, int height, int fontSize)
    {
        var reachX = Math.Max(canvas.Width * WideX, fontSize * LeastOfSize);
        var reachY = Math.Max(canvas.Height * WideY, fontSize * LeastOfSize);

        // A title at an edge stands on a shade that comes from that edge, as evening does.
        var (fromTop, fromBottom) = (
            layout.Position is TextPosition.TopLeft or TextPosition.Top or TextPosition.TopRight,
            layout.Position is TextPosition.BottomLeft or TextPosition.Bottom or TextPosition.BottomRight);
        var isCentred = layout.Request.Align == TextAlign.Center;
        var (openLeft, openRight) = isCentred ? (fromTop || fromBottom, fromTop || fromBottom) : (layout.Request.Align == TextAlign.Left, layout.Request.Align == TextAlign.Right);
        _floor = isCentred && !fromTop && !fromBottom ? Floor : 0;
        _across = Squares(canvas.Width, left + width / 2.0, width / 2.0 + reachX, openLeft, openRight);
        _down = Squares(canvas.Height, top + height / 2.0, height / 2.0 + reachY, fromTop, fromBottom);
    }

    /// <summary>The opacities of a row of the canvas, with a noise of half a level either way: so slow a slope would show its steps.</summary>
    public void Row(int y, double strength, Span<float> alphas)
    {
        var (above, below) = (NodesAt(y / Cell * Cell), NodesAt((y / Cell + 1) * Cell));
        var down = (float)(y % Cell) / Cell;
        for (var x = 0; x < alphas.Length; x++)
        {
            var (node, across) = (x / Cell, (float)(x % Cell) / Cell);
            var left = above[node] + (below[node] - above[node]) * down;
            var right = above[node + 1] + (below[node + 1] - above[node + 1]) * down;
            var noise = Fraction(52.9829189f * Fraction(0.06711056f * x + 0.00583715f * y)) - 0.5f;
            alphas[x] = Math.Max(0, (float)strength * (left + (right - left) * across) + noise / 255);
        }
    }

    // The curve bends so little within eight pixels that nobody could tell.
    private float[] NodesAt(int y)
    {
        if (!_nodes.TryGetValue(y, out var nodes))
        {
            _nodes[y] = nodes = new float[_across.Length / Cell + 2];
            for (var i = 0; i < nodes.Length; i++)
            {
                var distance = _across[Math.Min(i * Cell, _across.Length - 1)] + _down[Math.Min(y, _down.Length - 1)];
                nodes[i] = (float)(_floor + (1 - _floor) * Math.Exp(-Steepness * distance * distance));
            }
        }

        return nodes;
    }

    private static float Fraction(float value) => value - MathF.Floor(value);

    private static double[] Squares(int length, double center, double reach, bool openBefore, bool openAfter)
    {
        var result = new double[length];
        for (var i = 0; i < length; i++)
        {
            var distance = (i + 0.5 - center) / reach;
            result[i] = (distance < 0 && openBefore) || (distance > 0 && openAfter) ? 0 : distance * distance;
        }

        return result;
    }
}
