namespace VideoCreateAi.Studio.Rendering.Pictures;

/// <summary>A colour to reckon with: gamma-coded, each part 0 to 1.</summary>
internal readonly record struct Light(double R, double G, double B)
{
    /// <param name="color">0xRRGGBB.</param>
    public static Light Of(uint color) => new((color >> 16) / 255.0, ((color >> 8) & 255) / 255.0, (color & 255) / 255.0);

    public Light To(Light other, double share) => new(R + (other.R - R) * share, G + (other.G - G) * share, B + (other.B - B) * share);

    public Light Times(double factor) => new(R * factor, G * factor, B * factor);

    public Light Plus(Light other) => new(R + other.R, G + other.G, B + other.B);
}
