using VideoCreateAi.Studio.Rendering.Compositing;

namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A still for a scene that has no picture: soft fields of colour in the mood of its words.</summary>
internal static class SceneBackdrop
{
    private static readonly (string[] Words, uint[] Colors)[] s_palettes =
    [
        (["sunset", "sunrise", "dawn", "dusk", "golden", "warm", "desert", "autumn", "fire"], [0x2B1B3D, 0xB5485D, 0xF2A65A, 0x6A3B66]),
        (["city", "urban", "neon", "cyber", "tech", "future", "club", "party"], [0x0E1030, 0x5B2A86, 0x1FA2C6, 0xC2387F]),
        (["sea", "ocean", "beach", "water", "lake", "wave", "blue", "sky"], [0x0B2545, 0x13697C, 0x6FB7C4, 0x1D3F72]),
        (["forest", "nature", "green", "garden", "mountain", "leaf", "spring", "tree"], [0x10291F, 0x2F6B4F, 0xA3B86C, 0x1C4A4F]),
        (["night", "space", "star", "moon", "galaxy", "dark"], [0x070B1E, 0x1E2A5A, 0x4C3A78, 0x0F1A3A]),
        (["snow", "winter", "ice", "clean", "minimal", "white", "light", "product"], [0xC9D6E2, 0xEEF1F5, 0xA9BDD3, 0xDDD6E8]),
        (["love", "wedding", "rose", "pink", "flower", "beauty"], [0x5A2545, 0xC76B8A, 0xF0B7B0, 0x7A3B69]),
    ];

    private static readonly uint[] s_otherwise = [0x1A1F3A, 0x3F4E86, 0x8A6FA8, 0x26405E];

    public static PlanarPicture Paint(int width, int height, string? prompt)
    {
        var colors = Palette(prompt);
        var seed = Seed(prompt);
        var aspect = (double)height / width;
        var fields = new (double X, double Y, double Size, (double R, double G, double B) Color)[6];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = (Next(ref seed), Next(ref seed) * aspect, 0.35 + 0.35 * Next(ref seed), Rgb(colors[1 + i % (colors.Length - 1)]));
        }

        var ground = Rgb(colors[0]);
        return GradientPainter.Paint(width, height, (x, y) =>
        {
            var weight = 0.35;
            var (r, g, b) = (ground.R * weight, ground.G * weight, ground.B * weight);
            foreach (var field in fields)
            {
                var dx = (x - field.X) / field.Size;
                var dy = (y * aspect - field.Y) / field.Size;
                var w = Math.Exp(-(dx * dx + dy * dy));
                r += field.Color.R * w;
                g += field.Color.G * w;
                b += field.Color.B * w;
                weight += w;
            }

            var fromCenter = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
            var shade = (1 - 0.35 * fromCenter) / weight;
            return (r * shade, g * shade, b * shade);
        });
    }

    private static uint[] Palette(string? prompt)
    {
        foreach (var (words, colors) in s_palettes)
        {
            if (words.Any(word => prompt?.Contains(word, StringComparison.OrdinalIgnoreCase) == true))
            {
                return colors;
            }
        }

        return s_otherwise;
    }

    // FNV-1a: the same words give the same picture on every machine.
    private static uint Seed(string? prompt) =>
        (prompt ?? "").Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) | 1;

    private static double Next(ref uint state)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state / (double)uint.MaxValue;
    }

    private static (double R, double G, double B) Rgb(uint color) =>
        ((color >> 16) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0);
}
