using System.Numerics;
using VideoCreateAi.Samples.PictureGenerator.Light;

namespace VideoCreateAi.Samples.PictureGenerator.Scenes;

/// <summary>A street at night out of focus behind a window, and every drop on the glass a lens that shows it upside down.
/// Stored lying on its side, as a phone held upright stores it.</summary>
internal sealed class RainyWindow : IScene
{
    private static readonly Noise s_chance = new(101);

    public string FileName => "05-street-rain.jpg";

    public int Width => 2250;

    public int Height => 3000;

    public Film Film { get; } = new() { Exposure = 1.1f, Vignette = 0.5f, Grain = 1.8f };

    public int Quality => 4;

    public bool StoredOnItsSide => true;

    public Picture Render(int width, int height)
    {
        var street = BlurredStreet.Draw(width / 2, height / 2, 1);
        var sharper = BlurredStreet.Draw(width / 2, height / 2, 0.24f);
        var steamed = Glow.Blur(street, 0.035f);
        var drops = new WindowDrops(width, height);
        var picture = new Picture(width, height);
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var u = (x + 0.5f) / width;
                var v = (y + 0.5f) / height;
                var drop = drops.At(x, y);
                var fogged = (0.13f + (0.2f * s_chance.Fractal(u * 3, v * 4, 4))) * drops.Fog(x, y);
                var light = Vector3.Lerp(street.Sample(u, v), (steamed.Sample(u, v) * 0.95f) + new Vector3(0.012f, 0.017f, 0.026f), Math.Clamp(fogged, 0, 1));
                if (drop.Cover > 0)
                {
                    light = Vector3.Lerp(light, Lens(drop, sharper), drop.Cover);
                }

                picture[x, y] = light;
            }
        });
        Glow.Add(picture, 0.05f, 0.12f);
        return picture;
    }

    private static Vector3 Lens(WindowDrops.Drop drop, Picture street)
    {
        var out01 = MathF.Sqrt((drop.X * drop.X) + (drop.Y * drop.Y));
        var bend = 0.62f + (0.38f * out01 * out01);
        var u = 0.5f + ((drop.CentreX - 0.5f) * 0.55f) - (drop.X * 0.34f * bend);
        var v = 0.5f + ((drop.CentreY - 0.5f) * 0.35f) - (drop.Y * 0.40f * bend);
        var light = street.Sample(u, v) * (1.3f - (1.12f * Curves.Step(0.62f, 1.0f, out01)));
        // The sky above lights the foot of the drop from inside, a lamp in the room glints at its shoulder.
        light += new Vector3(0.10f, 0.16f, 0.25f) * (Curves.Step(0.45f, 0.85f, drop.Y) * Curves.Step(1, 0.86f, out01));
        var glint = MathF.Sqrt(((drop.X + 0.34f) * (drop.X + 0.34f)) + ((drop.Y + 0.46f) * (drop.Y + 0.46f)));
        return light + (new Vector3(1.0f, 0.9f, 0.78f) * (0.85f * Curves.Step(0.15f, 0.07f, glint)));
    }
}
