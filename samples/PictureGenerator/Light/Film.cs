using System.Numerics;

namespace VideoCreateAi.Samples.PictureGenerator.Light;

/// <summary>Turns linear light into the bytes of a picture: exposure, vignette, tone curve, grain, sRGB.</summary>
internal sealed record Film
{
    private static readonly Vector3 s_luma = new(0.2126f, 0.7152f, 0.0722f);

    public float Exposure { get; init; } = 1;

    /// <summary>How much light the corners lose, 0 to 1.</summary>
    public float Vignette { get; init; } = 0.35f;

    /// <summary>Strength of the grain in the mid tones, in 8-bit steps.</summary>
    public float Grain { get; init; } = 2.2f;

    /// <summary>The slope of the tone curve at middle grey.</summary>
    public float Contrast { get; init; } = 1.3f;

    /// <returns>Three bytes a pixel, or four where the picture has alpha.</returns>
    public byte[] Develop(Picture picture)
    {
        var channels = picture.Alpha is null ? 3 : 4;
        var bytes = new byte[picture.Width * picture.Height * channels];
        // The curve passes through middle grey whatever its slope.
        var half = MathF.Pow(0.18f, Contrast) * ((1 / 0.18f) - 1);
        var grain = new Noise(77);
        Parallel.For(0, picture.Height, y =>
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var pixel = (y * picture.Width) + x;
                var light = Vector3.Max(picture.Light[pixel], Vector3.Zero) * (Exposure * Falloff(picture, x, y));
                // A burnt highlight goes white before it goes yellow.
                var luma = Vector3.Dot(light, s_luma);
                light = Vector3.Lerp(light, new Vector3(luma), 0.55f * Curves.Step(0.8f, 9f, luma));
                var at = pixel * channels;
                var speck = (Speck(grain, x, y) * Grain) + grain.At(x, y, 9) - 0.5f;
                for (var channel = 0; channel < 3; channel++)
                {
                    var curved = MathF.Pow(light[channel], Contrast);
                    var value = 255 * Encode(curved / (curved + half));
                    bytes[at + channel] = (byte)Math.Clamp(value + (speck * GrainAt(value)) + 0.5f, 0, 255);
                }

                if (picture.Alpha is { } alpha)
                {
                    bytes[at + 3] = (byte)Math.Clamp((alpha[pixel] * 255) + 0.5f, 0, 255);
                }
            }
        });
        return bytes;
    }

    private static float Encode(float linear)
        => linear <= 0.0031308f ? 12.92f * linear : (1.055f * MathF.Pow(linear, 1 / 2.4f)) - 0.055f;

    // Neither black nor burnt film shows its grain.
    private static float GrainAt(float value) => 0.35f + (0.65f * value * (255 - value) / 16256f);

    // Averaged over two pixels: sharper grain doubles the size of the file and is lost in any video.
    private static float Speck(Noise grain, int x, int y)
        => grain.At(x, y) + grain.At(x, y + 1) + grain.At(x + 1, y) + grain.At(x + 1, y + 1) - 2;

    private float Falloff(Picture picture, int x, int y)
    {
        var dx = ((x + 0.5f) / picture.Width * 2) - 1;
        var dy = ((y + 0.5f) / picture.Height * 2) - 1;
        var square = ((dx * dx) + (dy * dy)) * 0.5f;
        return 1 - (Vignette * square * (0.4f + (0.6f * square)));
    }
}
