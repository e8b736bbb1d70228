using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>Rain on glass: a mist of droplets, drops that have grown together, and the runs of those that fell.</summary>
internal sealed class WindowDrops
{
    private const int Runs = 15;

    private static readonly Noise s_chance = new(111);

    private readonly int _width;
    private readonly int _height;
    private readonly Drop[] _drops;
    private readonly float[] _fog;

    public WindowDrops(int width, int height)
    {
        _width = width;
        _height = height;
        _drops = new Drop[width * height];
        _fog = new float[width * height];
        Array.Fill(_fog, 1);
        // From small to large, because a large drop has swallowed the small ones where it is.
        Scatter(15000, 0.0006f, 0.0019f, 1);
        Scatter(1500, 0.002f, 0.0048f, 2);
        for (var run = 0; run < Runs; run++)
        {
            Run(run);
        }

        Scatter(270, 0.0045f, 0.010f, 3);
        Scatter(62, 0.011f, 0.023f, 4);
    }

    /// <summary>The drop on top at a pixel; no cover where the glass is bare.</summary>
    public Drop At(int x, int y) => _drops[(y * _width) + x];

    /// <summary>How steamed the glass is: 1, and 0 where a run has wiped it.</summary>
    public float Fog(int x, int y) => _fog[(y * _width) + x];

    private void Scatter(int count, float least, float most, int kind)
    {
        for (var i = 0; i < count; i++)
        {
            var size = s_chance.At(i, kind, 1);
            var radius = least + ((most - least) * size * size);
            Place(s_chance.At(i, kind, 2), s_chance.At(i, kind, 3), radius, kind > 2 ? 1.08f + (0.35f * s_chance.At(i, kind, 4)) : 1, (i * 5) + kind);
        }
    }

    private void Run(int run)
    {
        var u = (run + 0.15f + (0.7f * s_chance.At(run, 61))) / Runs;
        var top = -0.05f + (0.5f * s_chance.At(run, 62));
        var end = top + 0.2f + (0.5f * s_chance.At(run, 63));
        var radius = 0.007f + (0.008f * s_chance.At(run, 64));
        for (var y = Math.Max(0, (int)(top * _height)); y < Math.Min(_height, (int)(end * _height)); y++)
        {
            var v = (y + 0.5f) / _height;
            var centre = Way(u, v, run) * _width;
            var half = radius * 0.72f * _height * (0.8f + (0.25f * s_chance.Smooth(v * 60, run)));
            for (var x = Math.Max(0, (int)(centre - half)); x < Math.Min(_width, (int)(centre + half)); x++)
            {
                var edge = Curves.Step(1, 0.75f, MathF.Abs(x + 0.5f - centre) / half);
                _fog[(y * _width) + x] *= 1 - (0.9f * edge);
                _drops[(y * _width) + x] = default;
            }
        }

        // What it left behind draws together into beads.
        for (var bead = 0; bead < 26; bead++)
        {
            var v = top + ((end - top) * (bead + s_chance.At(bead, run, 65)) / 26);
            Place(Way(u, v, run) + ((s_chance.At(bead, run, 66) - 0.5f) * 0.006f), v, radius * (0.12f + (0.4f * s_chance.At(bead, run, 67))), 1.25f, bead + (run * 31));
        }

        Place(Way(u, end, run), end, radius * 1.15f, 1.5f, run);
    }

    private static float Way(float u, float v, int run)
        => u + (0.012f * s_chance.Fractal(v * 7, run * 3.3f, 3));

    private void Place(float u, float v, float radius, float stretch, int number)
    {
        var rx = radius * _height;
        var ry = rx * stretch;
        var cx = u * _width;
        var cy = v * _height;
        var soft = MathF.Min(0.5f, 1.2f / rx);
        for (var y = Math.Max(0, (int)(cy - (ry * 1.3f))); y <= Math.Min(_height - 1, (int)(cy + (ry * 1.3f))); y++)
        {
            for (var x = Math.Max(0, (int)(cx - (rx * 1.3f))); x <= Math.Min(_width - 1, (int)(cx + (rx * 1.3f))); x++)
            {
                var qy = (y + 0.5f - cy) / ry;
                // Weight pulls a drop wide at its foot.
                var qx = (x + 0.5f - cx) / (rx * (1 + ((stretch - 1) * 0.5f * qy)));
                var uneven = rx < 3 ? 1 : 1 + (0.16f * s_chance.Smooth((qx * 1.1f) + (number * 3.7f), (qy * 1.1f) + number));
                (qx, qy) = (qx * uneven, qy * uneven);
                var cover = Curves.Step(1 + soft, 1 - soft, MathF.Sqrt((qx * qx) + (qy * qy)));
                ref var here = ref _drops[(y * _width) + x];
                if (cover > 0.5f || cover > here.Cover)
                {
                    here = new Drop(u, v, qx, qy, MathF.Max(cover, cover > 0.5f ? here.Cover * cover : 0));
                }
            }
        }
    }

    /// <summary>Where the drop's middle is, 0 to 1, and where in the drop this is, 1 at its edge.</summary>
    internal readonly record struct Drop(float CentreX, float CentreY, float X, float Y, float Cover);
}
