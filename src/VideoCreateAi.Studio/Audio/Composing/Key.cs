namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A tonic (0 = C) and the scale on it.</summary>
internal readonly record struct Key(int Tonic, bool IsMinor)
{
    private static readonly int[] s_major = [0, 2, 4, 5, 7, 9, 11];

    private static readonly int[] s_minor = [0, 2, 3, 5, 7, 8, 10];

    private int[] Scale => IsMinor ? s_minor : s_major;

    /// <summary>The pitch so many scale steps above the tonic of the octave that begins at middle C (60).</summary>
    public int PitchAt(int step)
    {
        var octave = (int)Math.Floor(step / 7.0);
        return 60 + Tonic + (12 * octave) + Scale[step - (7 * octave)];
    }

    /// <summary>The scale step nearest to a pitch, counted as <see cref="PitchAt"/> does.</summary>
    public int StepNear(int pitch)
    {
        var best = 0;
        for (var step = -35; step <= 35; step++)
        {
            if (Math.Abs(PitchAt(step) - pitch) < Math.Abs(PitchAt(best) - pitch))
            {
                best = step;
            }
        }

        return best;
    }

    public bool Contains(int pitch) => Array.IndexOf(Scale, (((pitch - Tonic) % 12) + 12) % 12) >= 0;
}
