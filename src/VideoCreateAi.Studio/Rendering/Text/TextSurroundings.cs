using VideoCreateAi.Studio.Rendering.Compositing;
using VideoCreateAi.Studio.Timeline;

namespace VideoCreateAi.Studio.Rendering.Text;

/// <summary>The light behind and close around the letters of a text, at each moment that it was looked at.</summary>
internal sealed class TextSurroundings
{
    // So near to a letter, in font sizes, that the eye takes it for the letter's ground.
    private const double Reach = 0.22;
    private const byte Ink = 96;
    private const int MostPlaces = 3000;

    // Of a hundred places so many may be worse than what is told: a twig, a lamp, the sun's rim.
    private const double Exceptions = 0.08;

    private readonly IReadOnlyList<(byte Red, byte Green, byte Blue)[]> _moments;

    private TextSurroundings(IReadOnlyList<(byte Red, byte Green, byte Blue)[]> moments, double detail, uint tint) =>
        (_moments, Detail, Tint) = (moments, detail, tint);

    /// <summary>How much neighbouring places differ in lightness: 0 for a calm picture, 0.1 for leaves in the sun.</summary>
    public double Detail { get; }

    /// <summary>The mean colour of the pictures; black where they are not known.</summary>
    public uint Tint { get; }

    /// <param name="x">Where the letters' left edge lies on the canvas.</param>
    /// <param name="pictures">Of the canvas's shape, in any size. None = it may be any picture.</param>
    public static TextSurroundings Of(TextBitmap text, int x, int y, uint color, Canvas canvas, IReadOnlyList<PlanarPicture> pictures)
    {
        List<(byte, byte, byte)[]> moments = [];
        var detail = 0.0;
        foreach (var picture in pictures)
        {
            var places = Places(text, x, y, canvas, picture);
            if (places.Count > 0)
            {
                detail = Math.Max(detail, DetailOf(picture, places));
                var step = places.Count / MostPlaces + 1;
                moments.Add([.. places.Where((_, i) => i % step == 0).Select(place => ColorAt(picture, place.X, place.Y))]);
            }
        }

        return moments.Count > 0
            ? new TextSurroundings(moments, detail, MeanOf(pictures))
            : new TextSurroundings([[(255, 255, 255)], [(0, 0, 0)], [((byte)(color >> 16), (byte)(color >> 8), (byte)color)]], detail: 0, tint: 0);
    }

    /// <summary>The contrast that nearly all places have to a colour, at the worst of the moments.</summary>
    /// <param name="ground">What is laid over the picture, with the opacity <paramref name="cover"/>.</param>
    public double Contrast(uint color, uint ground, double cover)
    {
        var ink = TextInk.Luminance(color);
        return _moments.Min(places => Quantile(places.Select(place => ContrastMeter.Ratio(ink, LuminanceOf(place, ground, cover))), Exceptions));
    }

    /// <summary>The lightness (WCAG's relative luminance) that half of the places have at least, at the darkest of the moments.</summary>
    public double MiddleLight() => _moments.Min(places => Quantile(places.Select(place => LuminanceOf(place, 0, 0)), 0.5));

    private static double Quantile(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)((sorted.Count - 1) * share)];
    }

    private static double LuminanceOf((byte Red, byte Green, byte Blue) place, uint ground, double cover) => ContrastMeter.Luminance(
        Mixed(place.Red, (ground >> 16) & 255, cover), Mixed(place.Green, (ground >> 8) & 255, cover), Mixed(place.Blue, ground & 255, cover));

    private static int Mixed(byte below, uint over, double cover) => (int)Math.Round(below * (1 - cover) + over * cover);

    private static uint MeanOf(IReadOnlyList<PlanarPicture> pictures)
    {
        var (y, u, v) = (pictures.Average(Mean(0)), pictures.Average(Mean(1)), pictures.Average(Mean(2)));
        var (red, green, blue) = YuvColor.ToRgb((byte)y, (byte)u, (byte)v);
        return (uint)(red << 16 | green << 8 | blue);

        static Func<PlanarPicture, double> Mean(int plane) => picture =>
        {
            var sum = 0L;
            foreach (var value in picture.Plane(plane).Span)
            {
                sum += value;
            }

            return (double)sum / picture.Plane(plane).Span.Length;
        };
    }

    private static double DetailOf(PlanarPicture picture, List<(int X, int Y)> places)
    {
        var luma = picture.Plane(0);
        var sum = 0.0;
        foreach (var (x, y) in places)
        {
            var here = luma.Row(y)[x];
            sum += Math.Abs(here - luma.Row(y)[Math.Min(x + 2, luma.Width - 1)]) + Math.Abs(here - luma.Row(Math.Min(y + 2, luma.Height - 1))[x]);
        }

        return sum / (2 * 219 * places.Count);
    }

    private static (byte Red, byte Green, byte Blue) ColorAt(PlanarPicture picture, int x, int y) => YuvColor.ToRgb(
        picture.Plane(0).Row(y)[x], picture.Plane(1).Row(Math.Min(y / 2, picture.ChromaHeight - 1))[x / 2], picture.Plane(2).Row(Math.Min(y / 2, picture.ChromaHeight - 1))[x / 2]);

    /// <summary>Places of the picture that are near to a letter, or under one.</summary>
    private static List<(int X, int Y)> Places(TextBitmap text, int x, int y, Canvas canvas, PlanarPicture picture)
    {
        var (across, down) = ((double)picture.Width / canvas.Width, (double)picture.Height / canvas.Height);
        var near = new bool[picture.Width * picture.Height];
        var reach = Math.Max(1, (int)Math.Round(text.FontSize * Reach * across));
        var last = -1;
        for (var row = 0; row < text.Height; row++)
        {
            var toY = (int)((y + row + 0.5) * down);
            for (var column = 0; column < text.Width; column++)
            {
                if (text.Pixels[(row * text.Width + column) * 4 + 3] < Ink)
                {
                    continue;
                }

                var toX = (int)((x + column + 0.5) * across);
                if (toX >= 0 && toY >= 0 && toX < picture.Width && toY < picture.Height && toY * picture.Width + toX != last)
                {
                    last = toY * picture.Width + toX;
                    near[last] = true;
                }
            }
        }

        return Grown(near, picture.Width, picture.Height, reach);
    }

    private static List<(int X, int Y)> Grown(bool[] near, int width, int height, int reach)
    {
        var wide = new bool[near.Length];
        for (var i = 0; i < near.Length; i++)
        {
            if (near[i])
            {
                var (x, row) = (i % width, i / width * width);
                wide.AsSpan(row + Math.Max(0, x - reach), Math.Min(width - 1, x + reach) - Math.Max(0, x - reach) + 1).Fill(true);
            }
        }

        List<(int X, int Y)> places = [];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                for (var other = Math.Max(0, y - reach); other <= Math.Min(height - 1, y + reach); other++)
                {
                    if (wide[other * width + x])
                    {
                        places.Add((x, y));
                        break;
                    }
                }
            }
        }

        return places;
    }
}
