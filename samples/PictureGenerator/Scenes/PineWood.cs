using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>Pines against the light along the foot of a picture, taller towards its sides.</summary>
internal sealed class PineWood(uint seed)
{
    private const int Trees = 130;
    private const int Samples = 4;

    private readonly Noise _noise = new(seed);

    public void Draw(Picture picture)
    {
        var aspect = picture.Width / (float)picture.Height;
        var trees = Enumerable.Range(0, Trees).Select(index => Grow(index, aspect)).OrderBy(tree => tree.Nearness).ToArray();
        Parallel.For(0, picture.Width, x =>
        {
            foreach (var tree in trees)
            {
                var reach = tree.Height * 0.24f;
                var centre = tree.X * picture.Height;
                if (MathF.Abs(x - centre) < reach * picture.Height)
                {
                    DrawColumn(picture, x, tree);
                }
            }
        });
    }

    private Tree Grow(int index, float aspect)
    {
        var nearness = (index + 0.5f) / Trees;
        var x = _noise.At(index, 1) * aspect;
        var side = MathF.Abs((x / aspect) - 0.52f) * 2;
        var tall = (0.05f + (0.25f * MathF.Pow(side, 2.2f))) * (0.55f + (0.9f * _noise.At(index, 2)));
        return new Tree(index, x, 1.03f + (nearness * 0.02f) - tall - (0.05f * side * (1 - nearness)), tall * 1.35f, nearness);
    }

    private void DrawColumn(Picture picture, int x, Tree tree)
    {
        var unit = 1f / picture.Height;
        var first = Math.Max(0, (int)(tree.Top * picture.Height));
        for (var y = first; y < Math.Min(picture.Height, first + (tree.Height * picture.Height)); y++)
        {
            var covered = 0f;
            for (var sample = 0; sample < Samples; sample++)
            {
                var dx = ((x + ((sample & 1) * 0.5f) + 0.25f) * unit) - tree.X;
                var dy = ((y + ((sample >> 1) * 0.5f) + 0.25f) * unit) - tree.Top;
                covered += Covers(tree, dx / tree.Height, dy / tree.Height) ? 1f / Samples : 0;
            }

            if (covered > 0)
            {
                var light = Vector3.Lerp(new Vector3(0.026f, 0.038f, 0.06f), new Vector3(0.006f, 0.009f, 0.014f), tree.Nearness)
                    * (0.8f + (0.5f * _noise.Smooth(x * unit * 400, y * unit * 300)));
                picture[x, y] = Vector3.Lerp(picture[x, y], light, covered);
            }
        }
    }

    /// <summary>Inside the tree, in its own heights from its tip.</summary>
    private bool Covers(Tree tree, float dx, float dy)
    {
        var lean = _noise.Smooth(tree.Index * 7.7f, dy * 2) * 0.012f;
        dx += lean;
        var trunk = 0.0015f + (0.009f * dy);
        if (MathF.Abs(dx) < trunk)
        {
            return dy > 0;
        }

        var hand = dx < 0 ? 0 : 50;
        var out01 = MathF.Abs(dx);
        // Boughs hang: further out the same bough is met lower down.
        var along = (MathF.Pow(MathF.Max(dy, 0), 0.8f) * 27) - (out01 * 24) + (0.5f * _noise.Smooth(dx * 30, (dy * 12) + tree.Index));
        var bough = (int)MathF.Floor(along);
        var within = along - bough;
        var length = (0.018f + (0.15f * MathF.Pow(MathF.Max(dy, 0), 0.85f))) * (0.4f + (0.95f * _noise.At(bough + 100, tree.Index, hand)));
        var ragged = 1 + (0.32f * _noise.Fractal((dx * 95) + (tree.Index * 13), dy * 130, 3));
        var thick = 0.9f * (1 - (out01 / MathF.Max(length, 0.001f)));
        return out01 < length * ragged && within * (1.25f - (0.3f * ragged)) < 0.3f + thick;
    }

    private readonly record struct Tree(int Index, float X, float Top, float Height, float Nearness);
}
