namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>How many bars at which tempo end on time. The last chord is struck after them and rings for the rest.</summary>
internal readonly record struct LengthFit(int Bars, double Tempo)
{
    /// <summary>Slowing down over the last bar: the share of the tempo on each of its beats.</summary>
    public static readonly double[] Ritardando = [0.98, 0.95, 0.91, 0.86];

    /// <param name="isExact">The tempo was asked for: pictures may be cut to it. The last chord then rings for up to a bar more.</param>
    public static LengthFit For(TimeSpan duration, double tempo, bool slowsDown, bool isExact)
    {
        var seconds = duration.TotalSeconds;

        // Two seconds to settle, where there is time for them.
        var shortestRing = Math.Clamp(seconds * 0.14, 1.2, 2.4);
        var longestRing = shortestRing + 1.6;
        var extraBeats = slowsDown ? Ritardando.Sum(share => (1 / share) - 1) : 0;
        if (isExact)
        {
            return new LengthFit(Math.Max(0, (int)Math.Floor((((seconds - shortestRing) * tempo / 60) - extraBeats) / 4)), tempo);
        }

        // Less than a bar: the closing chord alone.
        var best = new LengthFit(0, tempo);
        var bestCost = 0.6;
        var most = (int)Math.Ceiling(seconds * tempo / 240 * 1.2) + 1;
        for (var bars = 1; bars <= most && seconds > shortestRing; bars++)
        {
            var beats = (bars * 4) + extraBeats;
            var slowest = beats * 60 / (seconds - shortestRing);
            var fastest = longestRing < seconds ? beats * 60 / (seconds - longestRing) : double.MaxValue;
            var fitted = Math.Clamp(tempo, slowest, fastest);
            var cost = Math.Abs((fitted / tempo) - 1) + Unevenness(bars);
            if (cost < bestCost)
            {
                (best, bestCost) = (new LengthFit(bars, fitted), cost);
            }
        }

        return best;
    }

    // Whole phrases sound composed, odd ones sound cut; worth about that much change of tempo.
    private static double Unevenness(int bars) => (bars % 4) switch
    {
        0 => 0,
        2 => 0.01,
        _ => 0.025,
    };
}
