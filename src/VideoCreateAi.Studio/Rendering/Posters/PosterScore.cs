using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Rendering.Planning;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Posters;

/// <summary>How well a frame stands for the whole video: neither dark nor pale, of strong contrasts, sharp and colourful, with the title
/// rather than with half of a sentence.</summary>
internal static class PosterScore
{
    // A frame that is worth to be looked at reaches these; more of it is not better.
    private const double GoodLight = 120;
    private const double LightSpread = 65;
    private const double FullContrast = 55;
    private const double FullDetail = 10;
    private const double FullColour = 28;

    private const double TitleWorth = 0.2;
    private const double CaptionCost = 0.1;

    /// <param name="frame">A small picture of it: that of a large one would find the grain sharp.</param>
    public static double Of(PlanarPicture frame, IEnumerable<PlannedText> shown)
    {
        var luma = frame.Luma;
        double sum = 0, squares = 0, steps = 0;
        for (var i = 0; i < luma.Length; i++)
        {
            sum += luma[i];
            squares += luma[i] * luma[i];
            steps += i % frame.Width > 0 ? Math.Abs(luma[i] - luma[i - 1]) : 0;
        }

        var mean = sum / luma.Length;
        var contrast = Math.Sqrt(Math.Max(0, squares / luma.Length - mean * mean));
        var light = Math.Exp(-Math.Pow((mean - GoodLight) / LightSpread, 2));
        var score = 0.3 * light + 0.3 * Part(contrast, FullContrast) + 0.2 * Part(steps / luma.Length, FullDetail) + 0.2 * Part(Colour(frame), FullColour);
        foreach (var role in shown.Select(text => text.Role).Distinct())
        {
            score += role == TextRole.Title ? TitleWorth : -CaptionCost;
        }

        return score;
    }

    private static double Colour(PlanarPicture frame)
    {
        const int Neutral = 128;
        double sum = 0;
        for (var plane = 1; plane <= 2; plane++)
        {
            foreach (var sample in frame.Plane(plane).Span)
            {
                sum += Math.Abs(sample - Neutral);
            }
        }

        return sum / (frame.ChromaWidth * frame.ChromaHeight);
    }

    private static double Part(double value, double full) => Math.Min(1, value / full);
}
