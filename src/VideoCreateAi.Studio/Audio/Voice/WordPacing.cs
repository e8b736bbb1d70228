using System.Text;

namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Guesses where words begin and end when a speaker does not tell: sentences lie between pauses, and in them each word
/// has its share by its letters.</summary>
internal static class WordPacing
{
    private const double WindowSeconds = 0.01;

    private const double LeastPause = 0.12;

    private const double Rounding = 0.03;

    // A sign of Chinese is a syllable; so are about three letters.
    private const double SignLetters = 3;

    public static IReadOnlyList<(double Start, double End)> Guess(MonoWave spoken, IReadOnlyList<string> words)
    {
        var stretches = Stretches(spoken);
        var weights = words.Select(Weight).ToList();
        var total = Math.Max(1e-6, weights.Sum());
        var audible = stretches.Sum(stretch => stretch.End - stretch.Start);
        var result = new List<(double, double)>(words.Count);
        var before = 0.0;
        foreach (var weight in weights)
        {
            var start = At(before / total * audible, isEnd: false);
            before += weight;
            result.Add((start, Math.Max(start, At(before / total * audible, isEnd: true))));
        }

        return result;

        // From time spoken to time in the file.
        double At(double time, bool isEnd)
        {
            foreach (var (start, end) in stretches)
            {
                // What begins a moment before a pause begins after it.
                if (time < end - start - (isEnd ? -1e-9 : Rounding))
                {
                    return start + time;
                }

                time -= end - start;
            }

            return stretches.Count == 0 ? 0 : stretches[^1].End;
        }
    }

    private static double Weight(string word)
    {
        double weight = 1;
        foreach (var rune in word.EnumerateRunes())
        {
            weight += SpokenWords.StandsAlone(rune) ? SignLetters : Rune.IsDigit(rune) ? 4 : Rune.IsLetter(rune) ? 1 : 0;
        }

        return weight;
    }

    private static List<(double Start, double End)> Stretches(MonoWave spoken)
    {
        var window = Math.Max(1, (int)(spoken.Rate * WindowSeconds));
        var loudest = spoken.Samples.Length == 0 ? 0 : spoken.Samples.Max(sample => Math.Abs((int)sample));
        var stretches = new List<(double Start, double End)>();
        for (var at = 0; at < spoken.Samples.Length; at += window)
        {
            var piece = spoken.Samples.AsSpan(at, Math.Min(window, spoken.Samples.Length - at));
            var peak = 0;
            foreach (var sample in piece)
            {
                peak = Math.Max(peak, Math.Abs((int)sample));
            }

            if (peak * 50 < loudest || peak == 0)
            {
                continue;
            }

            var (start, end) = (at / (double)spoken.Rate, (at + piece.Length) / (double)spoken.Rate);
            if (stretches.Count > 0 && start - stretches[^1].End < LeastPause)
            {
                stretches[^1] = stretches[^1] with { End = end };
            }
            else
            {
                stretches.Add((start, end));
            }
        }

        return stretches;
    }
}
