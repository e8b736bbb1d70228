namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>The colours, measures and chances of a scene that is painted. Places go from 0 to 1 on both axes, lengths are shares of the
/// shorter side.</summary>
internal sealed class SceneCanvas
{
    private readonly Light[] _sky;
    private readonly uint _seed;
    private readonly double _across;
    private readonly double _down;

    public SceneCanvas(SceneTheme theme, uint seed, int width, int height)
    {
        _sky = [.. theme.Sky.Select(Light.Of)];
        (Near, Lamp) = (Light.Of(theme.Near), Light.Of(theme.Light));
        _seed = seed;
        var shorter = (double)Math.Min(width, height);
        (_across, _down) = (width / shorter, height / shorter);
        Pixel = 2 / shorter;
        Row = 2.0 / height;
        var (a, b, _, _) = Chances(0, 11);
        // Above the middle, where titles stand.
        (SunX, SunY) = (0.28 + 0.44 * a, 0.2 + 0.1 * b);
    }

    public Light Near { get; }

    public Light Lamp { get; }

    public double SunX { get; }

    public double SunY { get; }

    /// <summary>Colours are asked for once for two pixels: as a length.</summary>
    public double Pixel { get; }

    /// <summary>The same as a share of the height.</summary>
    public double Row { get; }

    /// <summary>Height over width.</summary>
    public double Aspect => _down / _across;

    /// <summary>0 to 1 while an edge is crossed, of which <paramref name="depth"/> tells the distance in widths of the edge.</summary>
    public static double Inside(double depth)
    {
        var t = Math.Clamp(depth * 0.5 + 0.5, 0, 1);
        return t * t * (3 - 2 * t);
    }

    /// <param name="at">0 above, 1 below.</param>
    public Light Sky(double at)
    {
        var place = Math.Clamp(at, 0, 1) * (_sky.Length - 1);
        var index = Math.Min((int)place, _sky.Length - 2);
        return _sky[index].To(_sky[index + 1], place - index);
    }

    public double Distance(double x, double y, double toX, double toY)
    {
        var (dx, dy) = ((x - toX) * _across, (y - toY) * _down);
        return Math.Sqrt(dx * dx + dy * dy);
    }

    /// <summary>The outline of a range of hills, about -1 to 1.</summary>
    public double Ridge(int index, double x, double frequency)
    {
        var (a, b, c, d) = Chances(index, 5);
        var along = 2 * Math.PI * x * _across * frequency / 2;
        return 0.55 * Math.Sin(along * (0.6 + 0.5 * a) + 9 * b) + 0.28 * Math.Sin(along * (1.7 + 0.8 * c) + 9 * d)
            + 0.12 * Math.Sin(along * (4.1 + a) + 9 * c) + 0.05 * Math.Sin(along * (9.3 + b) + 9 * a);
    }

    /// <summary>Four numbers from 0 to 1, always the same for a place.</summary>
    public (double A, double B, double C, double D) Chances(int x, int y)
    {
        var state = _seed ^ ((uint)x * 0x9E3779B1u) ^ ((uint)y * 0x85EBCA77u);
        return (Next(ref state), Next(ref state), Next(ref state), Next(ref state));
    }

    private static double Next(ref uint state)
    {
        state += 0x9E3779B9u;
        var mixed = (state ^ (state >> 16)) * 0x21F0AAADu;
        mixed = (mixed ^ (mixed >> 15)) * 0x735A2D97u;
        return (mixed ^ (mixed >> 15)) / (double)uint.MaxValue;
    }
}
