namespace VideoCreateAi.Studio.Audio.Composing;

/// <summary>One instrument of a style.</summary>
/// <remarks>A pattern is one bar or more in sixteenths. Comp: a digit = that note of the chord from below, <c>c</c> = the whole
/// chord, <c>u</c> = it without its lowest note. Bass: <c>r</c> root, <c>f</c> fifth, <c>o</c> octave, <c>a</c> the step that leads
/// to the next root. Melody: <c>x</c> a note. Everywhere <c>-</c> holds and <c>.</c> rests.</remarks>
internal sealed record PartPlan(PartKind Kind, int[] Programs, double Level)
{
    public string[] Patterns { get; init; } = [];

    /// <summary>Patterns of a melody's contrasting phrase.</summary>
    public string[] Contrast { get; init; } = [];

    /// <summary>The range of pitches that it keeps to.</summary>
    public int Low { get; init; } = 52;

    public int High { get; init; } = 76;

    /// <summary>It plays in phrases at least this full.</summary>
    public double From { get; init; }

    public double Pan { get; init; }

    public double Reverb { get; init; } = 0.35;

    public double Chorus { get; init; }

    /// <summary>Notes sound on until the chord changes, as with a pedal.</summary>
    public bool Rings { get; init; }

    /// <summary>How hard it is played, as a MIDI velocity.</summary>
    public int Touch { get; init; } = 78;
}
