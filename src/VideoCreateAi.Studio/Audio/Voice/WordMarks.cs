namespace VideoCreateAi.Studio.Audio.Voice;

/// <summary>Finds where words begin and end by two recordings of the same words: in the second every other word is spoken softer,
/// so where both are alike the odd words are, and where they differ the even ones.</summary>
internal static class WordMarks
{
    // 3 ms at the rate of the speakers.
    private const int Window = 64;

    // The mean of a sample's size below which nobody speaks.
    private const int Audible = 10;

    private const double Differs = 0.2;

    /// <returns>Seconds for each word, or null when the recordings do not tell.</returns>
    public static IReadOnlyList<(double Start, double End)>? Find(MonoWave even, MonoWave marked, int words)
    {
        if (even.Rate != marked.Rate || even.Samples.Length != marked.Samples.Length || words == 0)
        {
            return null;
        }

        var runs = Runs(even.Samples, marked.Samples);
        while (runs.Count > words)
        {
            // Where one word goes over into the next a moment may look like either.
            var shortest = Enumerable.Range(0, runs.Count).MinBy(i => runs[i].End - runs[i].First);
            Merge(runs, shortest);
        }

        return runs.Count == words
            ? [.. runs.Select(run => (run.First * Window / (double)even.Rate, run.End * Window / (double)even.Rate))]
            : null;
    }

    private static List<(int First, int End, bool Soft)> Runs(short[] even, short[] marked)
    {
        var runs = new List<(int First, int End, bool Soft)>();
        for (var window = 0; (window + 1) * Window <= even.Length; window++)
        {
            long size = 0;
            long apart = 0;
            for (var i = window * Window; i < (window + 1) * Window; i++)
            {
                size += Math.Abs((int)even[i]);
                apart += Math.Abs(even[i] - marked[i]);
            }

            if (size < Audible * Window)
            {
                continue;
            }

            var soft = apart > size * Differs;
            if (runs.Count > 0 && runs[^1].Soft == soft)
            {
                runs[^1] = runs[^1] with { End = window + 1 };
            }
            else
            {
                runs.Add((window, window + 1, soft));
            }
        }

        return runs;
    }

    private static void Merge(List<(int First, int End, bool Soft)> runs, int at)
    {
        if (at > 0 && at + 1 < runs.Count)
        {
            runs[at - 1] = runs[at - 1] with { End = runs[at + 1].End };
            runs.RemoveRange(at, 2);
        }
        else
        {
            runs.RemoveAt(at);
        }
    }
}
