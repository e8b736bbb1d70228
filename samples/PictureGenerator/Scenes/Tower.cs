using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A building as an upright block with rooms behind its windows; metres.</summary>
internal sealed class Tower(int number, Vector3 low, Vector3 high)
{
    private const float RoomDepth = 5;
    private const float ShopHeight = 4.6f;

    private static readonly Noise s_chance = new(71);
    private static readonly Vector3[] s_lamps =
    [
        new(1.0f, 0.62f, 0.28f), new(1.0f, 0.72f, 0.42f), new(1.0f, 0.84f, 0.62f), new(0.72f, 0.9f, 1.0f), new(1.0f, 0.5f, 0.22f),
    ];

    private static readonly Vector3[] s_signs = [new(1, 0.55f, 0.2f), new(0.15f, 0.85f, 0.85f), new(1, 0.25f, 0.42f), new(1, 0.8f, 0.5f)];

    private readonly float _floor = 3.3f + (s_chance.At(number, 1) * 0.9f);
    private readonly float _bay = 1.7f + (s_chance.At(number, 2) * 2.2f);
    private readonly float _frame = 0.07f + (s_chance.At(number, 3) * 0.16f);
    private readonly float _awake = 0.24f + (s_chance.At(number, 4) * 0.46f);
    private readonly float _glassy = s_chance.At(number, 5);

    /// <summary>Distance to the block along the ray, or infinity.</summary>
    public float Meet(Vector3 from, Vector3 inverse)
    {
        var a = (low - from) * inverse;
        var b = (high - from) * inverse;
        var first = Vector3.Min(a, b);
        var last = Vector3.Max(a, b);
        var enter = MathF.Max(MathF.Max(first.X, first.Y), first.Z);
        var leave = MathF.Min(MathF.Min(last.X, last.Y), last.Z);
        return enter < leave && enter > 0.01f ? enter : float.PositiveInfinity;
    }

    public Vector3 Light(Vector3 at, Vector3 towards)
    {
        var front = MathF.Min(MathF.Abs(at.Z - low.Z), MathF.Abs(at.Z - high.Z)) < MathF.Min(MathF.Abs(at.X - low.X), MathF.Abs(at.X - high.X));
        if (high.Y - at.Y < 0.02f)
        {
            return new Vector3(0.03f, 0.04f, 0.06f);
        }

        // The face as a plane of its own: along it, up it, into it.
        var along = front ? at.X - low.X : at.Z - low.Z;
        var ray = front ? new Vector3(towards.X, towards.Y, MathF.Abs(towards.Z)) : new Vector3(towards.Z, towards.Y, MathF.Abs(towards.X));
        var face = front ? 1 : 2;
        return at.Y < ShopHeight ? Shop(along, at.Y, face) : Storey(along, at.Y - ShopHeight, ray, face);
    }

    private Vector3 Shop(float along, float y, int face)
    {
        var bay = (int)MathF.Floor(along / 5.2f);
        var within = (along / 5.2f) - bay;
        var kind = s_chance.At(bay, number, 30 + face);
        var tint = s_signs[(int)(kind * 3.99f)];
        if (y > 3.6f)
        {
            var letter = s_chance.At((int)MathF.Floor(along / 0.42f), number, 31) > 0.38f && y is > 3.8f and < 4.35f && within is > 0.18f and < 0.82f;
            return letter ? tint * 4.5f : tint * 0.10f;
        }

        if (MathF.Abs(within - 0.5f) > 0.46f || y < 0.5f)
        {
            return new Vector3(0.035f, 0.032f, 0.04f);
        }

        // Goods on shelves, lit from above.
        var goods = 0.55f + (0.45f * s_chance.Fractal(along * 2.1f, (y * 2.6f) + number, 4));
        goods *= 0.3f + s_chance.At((int)MathF.Floor(along / 1.3f), number, (int)MathF.Floor(y / 0.9f) + 60);
        var mullion = MathF.Abs((within * 3 % 1) - 0.5f) > 0.475f ? 0.25f : 1;
        return Vector3.Lerp(new Vector3(1, 0.68f, 0.36f), tint, 0.35f) * (goods * mullion * (0.5f + (0.5f * y)) * (kind > 0.12f ? 1.25f : 0.12f));
    }

    private Vector3 Storey(float along, float y, Vector3 ray, int face)
    {
        var column = (int)MathF.Floor(along / _bay);
        var floor = (int)MathF.Floor(y / _floor);
        var u = (along / _bay) - column;
        var v = (y / _floor) - floor;
        var grime = 1 + (0.3f * s_chance.Fractal(along * 0.35f, (y * 0.12f) + number, 4));
        var wall = Vector3.Lerp(new Vector3(0.040f, 0.033f, 0.033f), new Vector3(0.018f, 0.027f, 0.042f), _glassy)
            * (grime * (0.55f + (1.7f * MathF.Exp(-y / 14))));
        var sill = _glassy > 0.6f ? 0.05f : 0.27f;
        if (u < _frame || u > 1 - _frame || v < sill || v > 0.93f)
        {
            return wall * (v is > 0.93f and < 0.95f || v < 0.03f ? 0.5f : 1);
        }

        var mirror = Curves.Fresnel(ray.Z, 0.05f);
        var glass = Vector3.Lerp(new Vector3(0.02f, 0.035f, 0.055f), new Vector3(0.22f, 0.24f, 0.36f), mirror) * (0.6f + (0.4f * grime));
        var evening = s_chance.At(floor, number, 10 + face);
        var lit = s_chance.At(column, floor, (number * 7) + face) < _awake * (0.35f + (1.5f * evening * evening));
        return lit ? glass + (Room(u, v, ray, column, floor) * (1 - mirror)) : glass;
    }

    private Vector3 Room(float u, float v, Vector3 ray, int column, int floor)
    {
        var lamp = s_lamps[(int)(s_chance.At(column, floor, number + 900) * 4.99f)] * (0.45f + (1.5f * s_chance.At(floor, column, number + 901)));
        var blind = s_chance.At(column, floor, number + 902);
        if (blind > 0.62f && v > 1.5f - blind)
        {
            return lamp * (0.55f * (0.88f + (0.12f * MathF.Sin(v * 90))));
        }

        var toSide = ray.X > 0 ? (1 - u) * _bay / ray.X : u * _bay / MathF.Max(-ray.X, 1e-4f);
        var toEnd = ray.Y > 0 ? (1 - v) * _floor / ray.Y : v * _floor / MathF.Max(-ray.Y, 1e-4f);
        var toBack = RoomDepth / MathF.Max(ray.Z, 1e-4f);
        var reach = MathF.Min(toSide, MathF.Min(toEnd, toBack));
        var x = (u * _bay) + (ray.X * reach);
        var deep = ray.Z * reach / RoomDepth;
        if (reach == toEnd)
        {
            var strip = ray.Y > 0 && MathF.Abs(deep - 0.45f) < 0.12f && MathF.Abs((x / _bay) - 0.5f) < 0.36f;
            return lamp * (strip ? 3.2f : ray.Y > 0 ? 0.95f - (0.3f * deep) : 0.35f);
        }

        var height = v + (ray.Y * reach / _floor);
        var furnished = 0.75f + (0.4f * s_chance.Smooth((x * 1.3f) + (column * 9), (height * 4) + floor));
        return lamp * ((reach == toBack ? 0.5f : 0.72f - (0.25f * deep)) * furnished * (0.45f + (0.7f * height)));
    }
}
