namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>Colours that a text is read by on any picture, chosen by the contrast that they make.</summary>
internal static class TextInk
{
    public const uint OnHighlight = 0x16181D;

    private const uint Dark = 0x101216;
    private const uint Light = 0xF6F5F1;
    private const double Spare = 0.3;

    // Of 255: a shade of that colour is as good as black to letters.
    private const uint StrongestTint = 26;
    private const uint DarkestTint = 16;

    private static readonly uint[] s_accents = [0xFFD84A, 0x35D0F2, 0xFF6B81];

    /// <summary>What shadows, outlines and boxes of a text are made of: whichever of dark and light its letters stand out from better.</summary>
    public static uint Ground(uint color) => Contrast(color, Dark) >= Contrast(color, Light) ? Dark : Light;

    /// <summary>What a soft shade under a text is made of: a dark one takes on the colour of the picture, as the picture's own shadows do.</summary>
    public static uint Scrim(uint color, uint tint)
    {
        var ground = Ground(color);
        var strongest = Math.Max((tint >> 16) & 255, Math.Max((tint >> 8) & 255, tint & 255));
        if (ground != Dark || strongest < DarkestTint)
        {
            return ground;
        }

        uint result = 0;
        for (var shift = 0; shift <= 16; shift += 8)
        {
            // Squared: more of its colour than the picture's mean has.
            var share = ((tint >> shift) & 255) / (double)strongest;
            result |= (uint)Math.Round(share * share * StrongestTint) << shift;
        }

        return result;
    }

    /// <summary>How opaque a ground must at least be, so that the letters are read by it on any picture.</summary>
    public static double Cover(uint color)
    {
        var ground = Ground(color);
        uint[] pictures = [0x000000, 0xFFFFFF, color];

        // From above: on its way from a white picture to a dark ground a colour may pass the letters' own.
        var cover = 1.0;
        while (cover > 0 && pictures.All(picture => Contrast(color, Mixed(picture, ground, cover)) >= ContrastMeter.Least + Spare))
        {
            cover -= 0.01;
        }

        return Math.Min(1, cover + 0.01);
    }

    /// <summary>For the word that is being spoken: the first accent that is told from the other letters.</summary>
    public static uint Accent(uint color) => s_accents.FirstOrDefault(accent => Distance(accent, color) > 130, s_accents[0]);

    public static double Luminance(uint color) =>
        ContrastMeter.Luminance((int)(color >> 16) & 255, (int)(color >> 8) & 255, (int)color & 255);

    private static double Contrast(uint one, uint other) => ContrastMeter.Ratio(Luminance(one), Luminance(other));

    private static uint Mixed(uint below, uint over, double share)
    {
        uint result = 0;
        for (var shift = 0; shift <= 16; shift += 8)
        {
            var value = ((below >> shift) & 255) * (1 - share) + ((over >> shift) & 255) * share;
            result |= (uint)Math.Round(value) << shift;
        }

        return result;
    }

    private static double Distance(uint one, uint other)
    {
        var sum = 0.0;
        for (var shift = 0; shift <= 16; shift += 8)
        {
            var difference = (double)((one >> shift) & 255) - ((other >> shift) & 255);
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }
}
