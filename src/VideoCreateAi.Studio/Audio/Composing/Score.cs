namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>A finished piece of music, before anybody plays it.</summary>
internal sealed record Score
{
    /// <summary>Name of the style.</summary>
    public required string Style { get; init; }

    public required Key Key { get; init; }

    /// <summary>In order; the first is at beat 0.</summary>
    public required IReadOnlyList<TempoStep> Tempi { get; init; }

    /// <summary>Where the last chord is struck. It rings until <see cref="Duration"/>.</summary>
    public required double FinalBeat { get; init; }

    public required TimeSpan Duration { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    public required IReadOnlyList<Part> Parts { get; init; }

    public double Tempo => Tempi[0].BeatsPerMinute;

    public double SecondsAt(double beat)
    {
        double seconds = 0;
        for (var i = 0; i < Tempi.Count && Tempi[i].Beat < beat; i++)
        {
            var until = i + 1 < Tempi.Count ? Math.Min(beat, Tempi[i + 1].Beat) : beat;
            seconds += (until - Tempi[i].Beat) * 60 / Tempi[i].BeatsPerMinute;
        }

        return seconds;
    }
}
