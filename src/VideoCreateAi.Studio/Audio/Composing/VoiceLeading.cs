namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>Moves from chord to chord with the least motion of each voice, as a hand on a keyboard does.</summary>
internal static class VoiceLeading
{
    /// <param name="previous">The voicing before, from below; empty at the start.</param>
    /// <returns>Pitches from below, all within the range.</returns>
    public static int[] Next(IReadOnlyList<int> previous, Chord chord, int low, int high)
    {
        int[] best = [];
        var bestCost = double.MaxValue;
        foreach (var candidate in Voicings(chord, low, high))
        {
            var cost = Cost(previous, candidate, low, high);
            if (cost < bestCost)
            {
                (best, bestCost) = (candidate, cost);
            }
        }

        return best;
    }

    // Close positions and their drop-2 forms, from every tone that fits at the bottom.
    private static IEnumerable<int[]> Voicings(Chord chord, int low, int high)
    {
        for (var bottom = low; bottom <= high; bottom++)
        {
            if (!chord.Has(bottom))
            {
                continue;
            }

            var close = new List<int> { bottom };
            for (var pitch = bottom + 1; close.Count < chord.Tones.Count; pitch++)
            {
                if (chord.Has(pitch))
                {
                    close.Add(pitch);
                }
            }

            if (close[^1] <= high)
            {
                yield return [.. close];
            }

            if (close.Count >= 3 && close[^2] - 12 >= low && close[^1] <= high)
            {
                yield return [.. close.Where((_, i) => i != close.Count - 2).Append(close[^2] - 12).Order()];
            }
        }
    }

    private static double Cost(IReadOnlyList<int> previous, int[] candidate, int low, int high)
    {
        var center = (low + high) / 2.0;
        var cost = Math.Abs(candidate.Average() - center) * 0.35;

        // Seconds deep in the range are mud.
        for (var i = 1; i < candidate.Length; i++)
        {
            cost += candidate[i] - candidate[i - 1] <= 2 && candidate[i] < 58 ? 4 : 0;
        }

        foreach (var pitch in candidate)
        {
            cost += previous.Count == 0 ? 0 : previous.Min(before => Math.Abs(before - pitch));
        }

        return cost;
    }
}
