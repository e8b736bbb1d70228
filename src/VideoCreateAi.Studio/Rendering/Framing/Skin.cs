namespace VideoCreateAi.Studio.Rendering.Framing;

/// <summary>Finds what may be faces and hands by their colour, which all people's skin shares but for its light.</summary>
internal static class Skin
{
    private const double Weight = 2.2;

    // The middle of skin's blue and red differences, and how far they scatter, along and across their common line.
    private const double Blue = 110;
    private const double Red = 150;
    private const double Along = 13;
    private const double Across = 6;
    private const double Darkest = 45;

    // Where more of a picture has skin's colour it is sand, wood or evening light.
    private const double MostOfPicture = 0.30;

    public static void AddTo(double[] score, CellMeans cells)
    {
        var skin = new double[score.Length];
        for (var i = 0; i < skin.Length; i++)
        {
            skin[i] = Likeness(cells.Light[i], cells.Blue[i], cells.Red[i]);
        }

        var trust = Math.Clamp(1 - skin.Average() / MostOfPicture, 0, 1);
        for (var i = 0; i < score.Length; i++)
        {
            score[i] += Weight * trust * skin[i];
        }
    }

    /// <summary>0 to 1.</summary>
    public static double Likeness(double light, double blue, double red)
    {
        if (light < Darkest)
        {
            return 0;
        }

        // Blue falls as red rises.
        var (b, r) = (blue - Blue, red - Red);
        var along = (r - b) / Math.Sqrt(2) / Along;
        var across = (r + b) / Math.Sqrt(2) / Across;
        return Math.Exp(-(along * along + across * across) / 2);
    }
}
